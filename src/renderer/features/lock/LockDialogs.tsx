import type { ReactNode } from 'react'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { ChangePassphraseDialog } from '#renderer/features/lock/ChangePassphraseDialog.tsx'
import { RemovePassphraseDialog } from '#renderer/features/lock/RemovePassphraseDialog.tsx'
import { SetPassphraseDialog } from '#renderer/features/lock/SetPassphraseDialog.tsx'

/** Setting, changing and removing the passphrase. Each opens when the state names it. */
export function LockDialogs(): ReactNode {
  const { closeDialog } = useActions()
  const kind = useAppState((state) => state.dialog?.kind)
  if (kind === 'set-passphrase') return <SetPassphraseDialog onClose={closeDialog} />
  if (kind === 'change-passphrase') return <ChangePassphraseDialog onClose={closeDialog} />
  return kind === 'remove-passphrase' ? <RemovePassphraseDialog onClose={closeDialog} /> : null
}
