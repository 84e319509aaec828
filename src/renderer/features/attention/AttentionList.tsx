import '#renderer/features/attention/attention.css'
import { ChevronDown, ChevronRight, CircleCheck } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useBadVerification } from '#renderer/api/use-bad-verification.ts'
import { useActions } from '#renderer/app/store.ts'
import { type AttentionRow, attentionRows } from '#renderer/features/attention/attention-rows.ts'
import { BadVerification } from '#renderer/features/attention/BadVerification.tsx'
import { helpFor } from '#renderer/features/attention/help-for.ts'
import { Outdated } from '#renderer/features/attention/Outdated.tsx'
import { ReasonActions } from '#renderer/features/attention/ReasonActions.tsx'
import { useProblems } from '#renderer/features/attention/use-problems.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { ProblemRow } from '#renderer/ui/ProblemRow.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import { VirtualList } from '#renderer/ui/VirtualList.tsx'
import type { ProblemCode } from '#shared/model/document'

/** What the newest verification found, and every file that is not simply searchable, by reason, with what can be done. */
export function AttentionList(): ReactNode {
  const { t } = useTranslation()
  const { total, problems, error } = useProblems()
  const isBad = useBadVerification() !== null
  if (error !== null) return <ErrorNotice title={t('error.title')}>{t(`error.${error.code}`)}</ErrorNotice>
  if (total === undefined) return <Spinner label={t('common.loading')} />
  if (total === 0 && !isBad) {
    return (
      <div className="attention">
        <Outdated />
        <EmptyState icon={<CircleCheck size={32} strokeWidth={1.25} />} title={t('attention.emptyTitle')}>
          {t('attention.emptyDetail')}
        </EmptyState>
      </div>
    )
  }
  return (
    <div className="attention">
      <header className="attention-head">
        <h2>{t('attention.title')}</h2>
        <p>{total === 0 ? t('attention.emptyDetail') : t('attention.detail', { count: total })}</p>
      </header>
      <BadVerification />
      <Outdated />
      <Rows problems={problems} />
      {total > problems.length ? (
        <p className="attention-more">{t('attention.more', { count: total - problems.length })}</p>
      ) : null}
    </div>
  )
}

function Rows({ problems }: Readonly<{ problems: ReturnType<typeof useProblems>['problems'] }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const [closed, setClosed] = useState<ReadonlySet<ProblemCode>>(() => new Set())
  const rows = useMemo(() => attentionRows(problems, closed), [problems, closed])
  const toggle = (code: ProblemCode): void => {
    setClosed((before) => new Set(before.has(code) ? [...before].filter((other) => other !== code) : [...before, code]))
  }
  return (
    <VirtualList
      count={rows.length}
      estimateSize={46}
      keyOf={(index) => keyOf(rows[index], index)}
      container={{ role: 'group', 'aria-label': t('attention.title'), className: 'attention-list' }}
      renderRow={(index) => {
        const row = rows[index]
        if (row === undefined) return null
        if (row.kind === 'reason') return <Reason row={row} onToggle={() => toggle(row.code)} />
        const { path, documentId, code } = row.problem
        const isLocked = documentId !== null && helpFor(code) === 'unlock'
        return (
          <ProblemRow
            path={path}
            {...(documentId === null ? {} : { onOpen: () => actions.openDocument(documentId) })}
            {...(isLocked ? { action: t('attention.unlock') } : {})}
          />
        )
      }}
    />
  )
}

type ReasonProps = Readonly<{ row: Extract<AttentionRow, { kind: 'reason' }>; onToggle: () => void }>

/** What is the matter with the files under it, and what to do: said once, not beside each. */
function Reason({ row, onToggle }: ReasonProps): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className="attention-reason">
      <Button className="attention-toggle" aria-expanded={row.isOpen} onPress={onToggle}>
        {row.isOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronRight className="mirror" size={14} aria-hidden />}
        <strong>{t(`attention.title-${row.code}`)}</strong>
        <span className="tabular">{format.number(row.files)}</span>
      </Button>
      <p>{t(`problem.${row.code}`)}</p>
      <ReasonActions code={row.code} />
    </div>
  )
}

function keyOf(row: AttentionRow | undefined, index: number): string {
  if (row === undefined) return String(index)
  return row.kind === 'reason' ? row.code : `${row.problem.documentId ?? index}-${row.problem.path}`
}
