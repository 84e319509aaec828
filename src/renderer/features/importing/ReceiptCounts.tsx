import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '#renderer/app/store.ts'
import { addsUp, type ReceiptLine, receiptLines } from '#renderer/features/importing/receipt-lines.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { ImportCounts } from '#shared/model/importing'

type Props = Readonly<{
  counts: ImportCounts
  /** False where the import ended before it had met every file. */
  isComplete: boolean
  onClose: () => void
}>

/** The counts of an import as a sum that can be checked: the lines, a rule, and the number of files. */
export function ReceiptCounts({ counts, isComplete, onClose }: Props): ReactNode {
  return (
    <>
      <Sum counts={counts} isComplete={isComplete} onClose={onClose} />
      <Beyond counts={counts} />
    </>
  )
}

/** What is not among the files of the sum: documents inside other files, and pages that OCR has still to read. */
function Beyond({ counts }: Readonly<{ counts: ImportCounts }>): ReactNode {
  const { t } = useTranslation()
  const { inside, insideFailed, scans } = counts
  if (inside === 0 && scans === 0) return null
  return (
    <ul className="receipt-beyond">
      {inside === 0 ? null : (
        <li>
          {t('importing.inside', { count: inside })}{' '}
          {insideFailed === 0 ? null : t('importing.insideFailed', { count: insideFailed })}
        </li>
      )}
      {scans === 0 ? null : <li>{t('importing.scans', { count: scans })}</li>}
    </ul>
  )
}

function Sum({ counts, isComplete, onClose }: Props): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <table className="receipt-counts">
      <tbody>
        {receiptLines(counts).map((line) => (
          <Line key={line.id} line={line} counts={counts} onClose={onClose} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td className="tabular">{format.number(counts.files)}</td>
          <th scope="row" colSpan={2}>
            {t('importing.receiptFiles', { count: counts.files })}
            {addsUp(counts) ? <small>{t(isComplete ? 'importing.sumExact' : 'importing.sumSoFar')}</small> : null}
          </th>
        </tr>
      </tfoot>
    </table>
  )
}

type LineProps = Readonly<{ line: ReceiptLine; counts: ImportCounts; onClose: () => void }>

function Line({ line, counts, onClose }: LineProps): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const showAttention = (): void => {
    onClose()
    actions.showOnly({ section: 'attention' })
  }
  return (
    <tr data-line={line.id} data-zero={line.files === 0 || undefined}>
      <td className="tabular">{format.number(line.files)}</td>
      <th scope="row">
        {t(`importing.line-${line.id}`)}
        {line.files === 0 ? null : <small>{detailOf(line.id, counts, t)}</small>}
      </th>
      {line.id === 'failed' && line.files > 0 ? (
        <td>
          <Button kind="quiet" onPress={showAttention}>
            {t('importing.showAttention')}
          </Button>
        </td>
      ) : null}
    </tr>
  )
}

function detailOf(id: ReceiptLine['id'], counts: ImportCounts, t: TFunction): string {
  const detail = t(`importing.line-${id}-detail`)
  if (id === 'copies' && counts.unchanged > 0)
    return `${detail} ${t('importing.line-copies-unchanged', { count: counts.unchanged })}`
  if (id === 'withoutText' && counts.parts > 0)
    return `${detail} ${t('importing.line-withoutText-parts', { count: counts.parts })}`
  return detail
}
