import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api } from '../../lib/api';
import { urls } from '../../lib/urls';

/** Ends the session and forgets everything that was read in it. */
export function useSignOut(): { signOut: () => void; isPending: boolean } {
  const router = useRouter();
  const queryClient = useQueryClient();
  const mutation = useMutation(
    api.account.signOut.mutationOptions({
      onSettled: async () => {
        queryClient.clear();
        await router.navigate(urls.signIn());
      },
    }),
  );
  return { signOut: () => mutation.mutate(undefined), isPending: mutation.isPending };
}
