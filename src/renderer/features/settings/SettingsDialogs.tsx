import '#renderer/features/settings/settings.css'
import type { ReactNode } from 'react'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { AboutDialog } from '#renderer/features/settings/AboutDialog.tsx'
import { SettingsDialog } from '#renderer/features/settings/SettingsDialog.tsx'

/** Settings and About. Each opens when the state names it. */
export function SettingsDialogs(): ReactNode {
  const actions = useActions()
  const dialog = useAppState((state) => state.dialog)
  if (dialog?.kind === 'settings') return <SettingsDialog onClose={actions.closeDialog} />
  return dialog?.kind === 'about' ? <AboutDialog onClose={actions.closeDialog} /> : null
}
