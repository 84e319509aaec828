import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { NewPassphraseFields } from '#renderer/features/lock/NewPassphraseFields.tsx'
import { isReady, NO_NEW_PASSPHRASE } from '#renderer/features/lock/new-passphrase.ts'
import { PassphraseDialog, type PassphraseDialogEnds } from '#renderer/features/lock/PassphraseDialog.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'

const NOT_COVERED = ['sizes', 'system', 'before', 'exports', 'open'] as const

/** Encrypts the open archive. It says before what nobody can undo, and what is not covered. */
export function SetPassphraseDialog({ onDone, onCancel }: PassphraseDialogEnds): ReactNode {
  const { t } = useTranslation()
  const set = useAction('archive.setPassphrase')
  const [chosen, setChosen] = useState(NO_NEW_PASSPHRASE)
  const [isUnderstood, setUnderstood] = useState(false)
  const encrypt = async (): Promise<void> => {
    onDone()
    if ((await set({ passphrase: chosen.passphrase })) !== undefined) showDone(t('lock.setDone'))
  }
  return (
    <PassphraseDialog
      title={t('lock.setTitle')}
      confirm={t('lock.setConfirm')}
      canConfirm={isReady(chosen) && isUnderstood}
      onConfirm={() => void encrypt()}
      onClose={onCancel}
    >
      <p>{t('lock.setDetail')}</p>
      <NewPassphraseFields chosen={chosen} onChange={setChosen} label={t('lock.passphrase')} isFirst />
      <Checkbox isSelected={isUnderstood} onChange={setUnderstood}>
        {t('lock.noRecovery')}
      </Checkbox>
      <details className="lock-more">
        <summary>
          <span>{t('lock.notCoveredTitle')}</span>
        </summary>
        <ul>
          {NOT_COVERED.map((what) => (
            <li key={what}>{t(`lock.notCovered-${what}`)}</li>
          ))}
        </ul>
      </details>
    </PassphraseDialog>
  )
}
