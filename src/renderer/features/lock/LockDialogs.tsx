import type { ReactNode } from 'react'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { ChangePassphraseDialog } from '#renderer/features/lock/ChangePassphraseDialog.tsx'
import { RemovePassphraseDialog } from '#renderer/features/lock/RemovePassphraseDialog.tsx'
import { SetPassphraseDialog } from '#renderer/features/lock/SetPassphraseDialog.tsx'

/** Setting, changing and removing the passphrase. Each opens when the state names it. */
export function LockDialogs(): ReactNode {
  const { closeDialog, showDialog } = useActions()
  const dialog = useAppState((state) => state.dialog)
  const cancel = (): void => {
    if (dialog !== null && 'from' in dialog && dialog.from === 'settings') showDialog({ kind: 'settings' })
    else closeDialog()
  }
  const ends = { onDone: closeDialog, onCancel: cancel }
  if (dialog?.kind === 'set-passphrase') return <SetPassphraseDialog {...ends} />
  if (dialog?.kind === 'change-passphrase') return <ChangePassphraseDialog {...ends} />
  return dialog?.kind === 'remove-passphrase' ? <RemovePassphraseDialog {...ends} /> : null
}
