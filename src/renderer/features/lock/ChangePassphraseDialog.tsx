import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { CurrentPassphrase } from '#renderer/features/lock/CurrentPassphrase.tsx'
import { NewPassphraseFields } from '#renderer/features/lock/NewPassphraseFields.tsx'
import { isReady, NO_NEW_PASSPHRASE } from '#renderer/features/lock/new-passphrase.ts'
import { PassphraseDialog, type PassphraseDialogEnds } from '#renderer/features/lock/PassphraseDialog.tsx'
import { useAttempt } from '#renderer/features/lock/use-attempt.ts'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'

/** Puts another passphrase in the place of the one that holds. Nothing is encrypted anew, so that it is done at once. */
export function ChangePassphraseDialog({ onDone, onCancel }: PassphraseDialogEnds): ReactNode {
  const { t } = useTranslation()
  const [current, setCurrent] = useState('')
  const [chosen, setChosen] = useState(NO_NEW_PASSPHRASE)
  const [isUnderstood, setUnderstood] = useState(false)
  const { trouble, isBusy, attempt } = useAttempt('archive.changePassphrase')
  const change = async (): Promise<void> => {
    if (!(await attempt({ current, next: chosen.passphrase }))) return
    onDone()
    showDone(t('lock.changeDone'))
  }
  return (
    <PassphraseDialog
      title={t('lock.changeTitle')}
      confirm={t('lock.changeConfirm')}
      canConfirm={current !== '' && isReady(chosen) && isUnderstood}
      isBusy={isBusy}
      onConfirm={() => void change()}
      onClose={onCancel}
    >
      <p>{t('lock.changeDetail')}</p>
      <CurrentPassphrase value={current} onChange={setCurrent} trouble={trouble} />
      <NewPassphraseFields chosen={chosen} onChange={setChosen} label={t('lock.newPassphrase')} />
      <Checkbox isSelected={isUnderstood} onChange={setUnderstood}>
        {t('lock.noRecovery')}
      </Checkbox>
    </PassphraseDialog>
  )
}
