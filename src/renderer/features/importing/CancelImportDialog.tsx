import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'

/** Asks before an import is ended early, and says that nothing imported is lost. */
export function CancelImportDialog({ onClose }: Readonly<{ onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const cancel = useAction('import.cancel')
  const confirm = async (): Promise<void> => {
    onClose()
    await cancel({})
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      role="alertdialog"
      width="narrow"
      title={t('importing.cancelTitle')}
      closeLabel={t('common.close')}
      footer={
        <>
          <Button autoFocus onPress={onClose}>
            {t('importing.cancelKeep')}
          </Button>
          <Button kind="danger" onPress={() => void confirm()}>
            {t('importing.cancelConfirm')}
          </Button>
        </>
      }
    >
      <p>{t('importing.cancelDetail')}</p>
    </Dialog>
  )
}
