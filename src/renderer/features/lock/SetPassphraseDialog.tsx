import '#renderer/features/lock/lock.css'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { NewPassphraseFields } from '#renderer/features/lock/NewPassphraseFields.tsx'
import { isReady, NO_NEW_PASSPHRASE } from '#renderer/features/lock/new-passphrase.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'

/** Encrypts the open archive. It says before what nobody can undo, and what is not covered. */
export function SetPassphraseDialog({ onClose }: Readonly<{ onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const set = useAction('archive.setPassphrase')
  const [chosen, setChosen] = useState(NO_NEW_PASSPHRASE)
  const [isUnderstood, setUnderstood] = useState(false)
  const canSet = isReady(chosen) && isUnderstood
  const submit = async (): Promise<void> => {
    if (!canSet) return
    onClose()
    if ((await set({ passphrase: chosen.passphrase })) !== undefined) showDone(t('lock.setDone'))
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      isDismissable={false}
      title={t('lock.setTitle')}
      closeLabel={t('common.close')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isDisabled={!canSet} onPress={() => void submit()}>
            {t('lock.setConfirm')}
          </Button>
        </>
      }
    >
      <form
        className="lock-form"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p>{t('lock.setDetail')}</p>
        <NewPassphraseFields chosen={chosen} onChange={setChosen} label={t('lock.passphrase')} isFirst />
        <Checkbox isSelected={isUnderstood} onChange={setUnderstood}>
          {t('lock.noRecovery')}
        </Checkbox>
        <details className="lock-more">
          <summary>{t('lock.notCoveredTitle')}</summary>
          <ul>
            {(['sizes', 'system', 'before', 'exports', 'open'] as const).map((what) => (
              <li key={what}>{t(`lock.notCovered-${what}`)}</li>
            ))}
          </ul>
        </details>
        {/* Enter in a field sends the form. */}
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}
