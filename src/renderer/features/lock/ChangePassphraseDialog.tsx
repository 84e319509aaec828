import '#renderer/features/lock/lock.css'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { CurrentPassphrase } from '#renderer/features/lock/CurrentPassphrase.tsx'
import { NewPassphraseFields } from '#renderer/features/lock/NewPassphraseFields.tsx'
import { isReady, NO_NEW_PASSPHRASE } from '#renderer/features/lock/new-passphrase.ts'
import { useAttempt } from '#renderer/features/lock/use-attempt.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'

/** Puts another passphrase in the place of the one that holds. Nothing is encrypted anew, so that it is done at once. */
export function ChangePassphraseDialog({ onClose }: Readonly<{ onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const [current, setCurrent] = useState('')
  const [chosen, setChosen] = useState(NO_NEW_PASSPHRASE)
  const [isUnderstood, setUnderstood] = useState(false)
  const { trouble, isBusy, attempt } = useAttempt('archive.changePassphrase')
  const canChange = current !== '' && isReady(chosen) && isUnderstood && !isBusy
  const submit = async (): Promise<void> => {
    if (!canChange || !(await attempt({ current, next: chosen.passphrase }))) return
    onClose()
    showDone(t('lock.changeDone'))
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      isDismissable={false}
      title={t('lock.changeTitle')}
      closeLabel={t('common.close')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isDisabled={!canChange} onPress={() => void submit()}>
            {t('lock.changeConfirm')}
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
        <p>{t('lock.changeDetail')}</p>
        <CurrentPassphrase value={current} onChange={setCurrent} trouble={trouble} />
        <NewPassphraseFields chosen={chosen} onChange={setChosen} label={t('lock.newPassphrase')} />
        <Checkbox isSelected={isUnderstood} onChange={setUnderstood}>
          {t('lock.noRecovery')}
        </Checkbox>
        {/* Enter in a field sends the form. */}
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}
