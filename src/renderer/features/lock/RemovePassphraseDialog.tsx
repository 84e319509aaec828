import '#renderer/features/lock/lock.css'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { CurrentPassphrase } from '#renderer/features/lock/CurrentPassphrase.tsx'
import { useAttempt } from '#renderer/features/lock/use-attempt.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'

/** Decrypts the archive, after its passphrase was given once more: who sits down at an open Sanad can not do it. */
export function RemovePassphraseDialog({ onClose }: Readonly<{ onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  const { trouble, isBusy, attempt } = useAttempt('archive.removePassphrase')
  const submit = async (): Promise<void> => {
    if (passphrase === '' || isBusy || !(await attempt({ passphrase }))) return
    onClose()
    showDone(t('lock.removeDone'))
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      isDismissable={false}
      width="narrow"
      title={t('lock.removeTitle')}
      closeLabel={t('common.close')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="danger" isDisabled={passphrase === '' || isBusy} onPress={() => void submit()}>
            {t('lock.removeConfirm')}
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
        <p>{t('lock.removeDetail')}</p>
        <CurrentPassphrase value={passphrase} onChange={setPassphrase} trouble={trouble} />
      </form>
    </Dialog>
  )
}
