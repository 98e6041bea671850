import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { failureOf } from '../lib/failure';

/**
 * Reads are kept for half a minute; every successful act makes all of them stale, because one act (a plan published,
 * a task done) changes many screens. So do the reader's other windows: nobody is to be overtaken by themselves. `onSignedOut` is called when the server no longer knows the session.
 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const noticeSignedOut = (error: unknown) => {
    if (failureOf(error).kind === 'signed-out') onSignedOut();
  };
  const otherWindows = new BroadcastChannel('xushi');
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: noticeSignedOut }),
    mutationCache: new MutationCache({
      onError: noticeSignedOut,
      onSuccess: (_data, _variables, _context, mutation) => {
        if (mutation.meta?.changesNothing === true) return;
        void client.invalidateQueries();
        otherWindows.postMessage('changed');
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (times, error) => times < 2 && failureOf(error).kind === 'unreachable',
      },
      mutations: { retry: false },
    },
  });
  otherWindows.onmessage = () => void client.invalidateQueries();
  return client;
}
