import { type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

/**
 * A change tried before it is made. `tryIt` asks the server what the input would do and changes nothing; with any further
 * change of the input the answer is forgotten and has to be asked for again.
 */
export function useTrial<Input, Answer>(
  input: Input,
  optionsOf: (input: Input) => UseQueryOptions<Answer, Error, Answer, QueryKey>,
) {
  const [tried, setTried] = useState<string | null>(null);
  const text = JSON.stringify(input);
  const isTried = tried === text;
  const query = useQuery({ ...optionsOf(input), enabled: isTried, staleTime: 0, gcTime: 0 });
  const isTrying = isTried && query.isFetching;
  return {
    answer: isTried && !isTrying ? query.data : undefined,
    error: isTried && !isTrying ? query.error : null,
    isTrying,
    tryIt: () => {
      if (isTried) void query.refetch();
      else setTried(text);
    },
  };
}
