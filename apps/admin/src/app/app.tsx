import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Toaster } from '../components/toaster';
import type { Language } from '../lib/language';
import { PreferencesProvider } from './preferences-provider';
import { queryClient, router } from './router';

export function App({ firstLanguage }: { firstLanguage: Language }) {
  return (
    <PreferencesProvider firstLanguage={firstLanguage}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Toaster />
      </QueryClientProvider>
    </PreferencesProvider>
  );
}
