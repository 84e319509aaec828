import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { on } from '#renderer/api/call.ts'
import { keepFresh } from '#renderer/api/keep-fresh.ts'
import { Appearance } from '#renderer/app/Appearance.tsx'
import { Shortcuts } from '#renderer/app/Shortcuts.tsx'
import { Shell } from '#renderer/app/shell/Shell.tsx'
import { type AppStore, AppStoreContext } from '#renderer/app/store.ts'
import { Cover } from '#renderer/features/lock/Cover.tsx'

/** The whole window: what is asked for, what is looked at, how it looks, what the keyboard does; then the panes. */
export function App({ client, store }: Readonly<{ client: QueryClient; store: AppStore }>): ReactNode {
  useEffect(() => keepFresh(client), [client])
  useEffect(() => on('archive.changed', () => store.actions.reset()), [store])
  return (
    <QueryClientProvider client={client}>
      <AppStoreContext value={store}>
        <Appearance>
          <Shortcuts>
            <Shell />
            <Cover />
          </Shortcuts>
        </Appearance>
      </AppStoreContext>
    </QueryClientProvider>
  )
}
