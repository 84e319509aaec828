import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { ReceiptCounts } from '#renderer/features/importing/ReceiptCounts.tsx'
import { ReceiptProblems } from '#renderer/features/importing/ReceiptProblems.tsx'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import type { ImportId } from '#shared/model/ids'
import type { ImportReceipt } from '#shared/model/importing'

type Props = Readonly<{ importId: ImportId; onClose: () => void }>

/** What became of every file of an import. */
export function ReceiptDialog({ importId, onClose }: Props): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const receipt = useCommand('import.receipt', { id: importId })
  const name = receipt.data?.name
  const showDocuments = (): void => {
    onClose()
    actions.setQuery('')
    actions.showOnly({ importId })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={name === undefined ? t('importing.receipt') : t('importing.receiptTitle', { name })}
      closeLabel={t('common.close')}
      footer={
        <>
          <Button onPress={showDocuments} isDisabled={receipt.data === undefined || receipt.data.counts.files === 0}>
            {t('importing.showDocuments')}
          </Button>
          <Button kind="primary" autoFocus onPress={onClose}>
            {t('common.done')}
          </Button>
        </>
      }
    >
      {receipt.error === null ? null : <ErrorNotice title={t('error.title')}>{t(`error.${receipt.error.code}`)}</ErrorNotice>}
      {receipt.isPending ? <Spinner label={t('common.loading')} /> : null}
      {receipt.data === undefined ? null : <Receipt receipt={receipt.data} onClose={onClose} />}
    </Dialog>
  )
}

function Receipt({ receipt, onClose }: Readonly<{ receipt: ImportReceipt; onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const when = receipt.endedAt === null ? '' : format.moment(receipt.endedAt)
  const work = { size: format.bytes(receipt.counts.bytes), duration: format.duration(receipt.seconds) }
  return (
    <div className="receipt">
      {receipt.failure === null ? null : (
        <ErrorNotice title={t('importing.failed', { name: receipt.name })}>{t(`error.${receipt.failure}`)}</ErrorNotice>
      )}
      <p className="receipt-when">
        {t(`importing.state-${receipt.state}`, { when })} · {t('importing.importNumber', { id: receipt.id })} ·{' '}
        {t('importing.receiptWhen', work)}
      </p>
      <ReceiptCounts counts={receipt.counts} isComplete={receipt.state === 'finished'} onClose={onClose} />
      <ReceiptProblems problems={receipt.problems} total={receipt.problemTotal} onClose={onClose} />
    </div>
  )
}
