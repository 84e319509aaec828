import { QueryClient } from '@tanstack/react-query'

/** The window's cache of answers. Answers stay good until the library says that they changed (see `keep-fresh.ts`). */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // `always`: the engine is in this computer. Without it the library would wait for a network that Sanad never has.
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false
      },
      mutations: { networkMode: 'always', retry: false }
    }
  })
}
