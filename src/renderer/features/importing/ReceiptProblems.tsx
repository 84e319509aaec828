import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '#renderer/app/store.ts'
import { ProblemRow } from '#renderer/ui/ProblemRow.tsx'
import { VirtualList } from '#renderer/ui/VirtualList.tsx'
import type { Problem } from '#shared/model/document'

/** Height of a row and of the list, in pixels. */
const ROW = 68
const LIST = 280

type Props = Readonly<{ problems: readonly Problem[]; total: number; onClose: () => void }>

/** The files of an import that are not simply searchable, each with its reason. */
export function ReceiptProblems({ problems, total, onClose }: Props): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  if (total === 0) return <p className="receipt-none">{t('importing.noProblems')}</p>
  const open = (problem: Problem): void => {
    if (problem.documentId === null) return
    onClose()
    actions.openDocument(problem.documentId)
  }
  return (
    <section className="receipt-problems">
      <h3>{t('importing.receiptProblems')}</h3>
      <VirtualList
        count={problems.length}
        estimateSize={ROW}
        keyOf={(index) => `${index}-${problems[index]?.path ?? ''}`}
        container={{
          role: 'group',
          'aria-label': t('importing.receiptProblems'),
          className: 'receipt-problem-list',
          style: { blockSize: Math.min(ROW * problems.length, LIST) }
        }}
        renderRow={(index) => {
          const problem = problems[index]
          if (problem === undefined) return null
          return (
            <ProblemRow
              path={problem.path}
              reason={t(`problem.${problem.code}`)}
              {...(problem.documentId === null ? {} : { onOpen: () => open(problem) })}
            />
          )
        }}
      />
      {total > problems.length ? (
        <p className="receipt-more">{t('importing.receiptMore', { shown: problems.length, total })}</p>
      ) : null}
    </section>
  )
}
