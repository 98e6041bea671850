import { useEffect, useRef, useState } from 'react';

/** A value once it has stayed the same for `forMs`: what is typed is asked about when the typing stops. */
export function useSettled<Value>(value: Value, forMs: number): Value {
  const [settled, setSettled] = useState(value);
  const latest = useRef(value);
  latest.current = value;
  const text = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new object of the same content is no change
  useEffect(() => {
    const timer = setTimeout(() => setSettled(latest.current), forMs);
    return () => clearTimeout(timer);
  }, [text, forMs]);
  return settled;
}
