import '#renderer/features/rollcall/rollcall.css'
import { PanelLeft } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useRunShortcut, useShortcut } from '#renderer/app/Shortcuts.tsx'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { NewRollCall } from '#renderer/features/rollcall/NewRollCall.tsx'
import { OneRollCall } from '#renderer/features/rollcall/OneRollCall.tsx'
import { SavedRollCalls } from '#renderer/features/rollcall/SavedRollCalls.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { focusPane } from '#renderer/ui/focus-pane.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'

/** The saved roll-calls, a new one, or one with its lines. `hasNavigation`: false draws the button that brings the navigation back. */
export function RollCallView({ hasNavigation }: Readonly<{ hasNavigation: boolean }>): ReactNode {
  const { t } = useTranslation()
  const run = useRunShortcut()
  const actions = useActions()
  const screen = useAppState((state) => state.rollCall.screen)
  // The search box is there again once the documents are: the window's own handler then goes to it.
  useShortcut('search', () => {
    actions.showDocuments()
    return false
  })
  useShortcut('back', () => (screen === 'home' ? actions.showDocuments() : actions.lookAtRollCall({ screen: 'home' })))
  // The button that led here is gone, and the focus with it: the keys should go on from here, not from the top of the window.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each screen anew.
  useEffect(() => {
    if (document.activeElement === document.body) focusPane('results')
  }, [screen])
  return (
    <div className="rollcall">
      {hasNavigation ? null : (
        <span className="rollcall-corner">
          <IconButton label={t('shell.showNavigation')} keys="Mod+B" onPress={() => run('toggle-sidebar')}>
            <PanelLeft className="mirror" size={16} aria-hidden />
          </IconButton>
        </span>
      )}
      <Screen />
    </div>
  )
}

function Screen(): ReactNode {
  const { t } = useTranslation()
  const { screen, id } = useAppState((state) => state.rollCall)
  const list = useCommand('rollcall.list', {}, { keepPrevious: true })
  if (list.error !== null) return <ErrorNotice title={t('error.title')}>{t(`error.${list.error.code}`)}</ErrorNotice>
  if (list.data === undefined) return <Spinner label={t('common.loading')} />
  if (screen === 'new') return <NewRollCall />
  const chosen = screen === 'one' ? list.data.find((one) => one.id === id) : undefined
  return chosen === undefined ? <SavedRollCalls rollCalls={list.data} /> : <OneRollCall key={chosen.id} rollCall={chosen} />
}
