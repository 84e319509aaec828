import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { CurrentPassphrase } from '#renderer/features/lock/CurrentPassphrase.tsx'
import { PassphraseDialog, type PassphraseDialogEnds } from '#renderer/features/lock/PassphraseDialog.tsx'
import { useAttempt } from '#renderer/features/lock/use-attempt.ts'

/** Decrypts the archive, after its passphrase was given once more: who sits down at an open Sanad can not do it. */
export function RemovePassphraseDialog({ onDone, onCancel }: PassphraseDialogEnds): ReactNode {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  const { trouble, isBusy, attempt } = useAttempt('archive.removePassphrase')
  const remove = async (): Promise<void> => {
    if (!(await attempt({ passphrase }))) return
    onDone()
    showDone(t('lock.removeDone'))
  }
  return (
    <PassphraseDialog
      title={t('lock.removeTitle')}
      confirm={t('lock.removeConfirm')}
      kind="danger"
      width="narrow"
      canConfirm={passphrase !== ''}
      isBusy={isBusy}
      onConfirm={() => void remove()}
      onClose={onCancel}
    >
      <p>{t('lock.removeDetail')}</p>
      <CurrentPassphrase value={passphrase} onChange={setPassphrase} trouble={trouble} />
    </PassphraseDialog>
  )
}
