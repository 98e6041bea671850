import { useState } from 'react';
import { read, write } from './stored-preference';

/** A choice about one list that is kept in this browser. What cannot be read any more is the choice of the start. */
export function useKeptChoice<Value>(key: string, start: Value): [Value, (value: Value) => void] {
  const [value, setValue] = useState<Value>(() => {
    try {
      return (JSON.parse(read(key) ?? 'null') as Value | null) ?? start;
    } catch {
      return start;
    }
  });
  return [
    value,
    (next) => {
      write(key, JSON.stringify(next));
      setValue(next);
    },
  ];
}
