import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MarkedPassage } from '#renderer/features/rollcall/MarkedPassage.tsx'
import type { RowFacts } from '#renderer/features/rollcall/use-row-facts.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import type { NearSpelling, RollCallLine } from '#shared/model/rollcall'

/** The id of a row's element. */
export const lineRowId = (row: number): string => `rollcall-row-${row}`

type Props = Readonly<{
  index: number
  total: number
  line: RollCallLine | undefined
  facts: RowFacts
  isCursor: boolean
  onPick: () => void
  onGo: () => void
}>

/** A line of the list: its number, the name, how often, and where first, or what is near, or why it was not looked for. */
export function LineRow({ index, total, line, facts, isCursor, onPick, onGo }: Props): ReactNode {
  const format = useFormat()
  if (line === undefined) return <div className="rollcall-line rollcall-line--waiting" aria-hidden />
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the focus and answers to the keys.
    <div
      id={lineRowId(index)}
      className="rollcall-line"
      role="option"
      tabIndex={-1}
      aria-selected={isCursor}
      aria-posinset={index + 1}
      aria-setsize={total}
      data-state={stateOf(line)}
      onClick={onPick}
      onDoubleClick={onGo}
    >
      <span className="rollcall-number tabular">{format.number(line.number)}</span>
      <span className="rollcall-text">
        <bdi>{line.text}</bdi>
      </span>
      <Count line={line} />
      <Where line={line} facts={facts} />
    </div>
  )
}

function stateOf({ problem, documents }: RollCallLine): 'malformed' | 'waiting' | 'found' | 'missing' {
  if (problem !== null) return 'malformed'
  if (documents === null) return 'waiting'
  return documents > 0 ? 'found' : 'missing'
}

function Count({ line }: Readonly<{ line: RollCallLine }>): ReactNode {
  const { t } = useTranslation()
  const { documents, hits, fresh, problem } = line
  if (problem !== null) return <span className="rollcall-count">{t('rollcall.malformed')}</span>
  if (documents === null) return <span className="rollcall-count">{t('rollcall.notYet')}</span>
  if (documents === 0) return <span className="rollcall-count">{t('rollcall.notFound')}</span>
  return (
    <span className="rollcall-count tabular">
      <bdi>{t('common.documents', { count: documents })}</bdi>
      {hits === null || hits === 0 ? null : <small dir="auto">{t('rollcall.hits', { count: hits })}</small>}
      {fresh > 0 ? (
        <b className="rollcall-fresh" dir="auto">
          {t('rollcall.fresh', { count: fresh })}
        </b>
      ) : null}
    </span>
  )
}

/** Each spelling and its number stay together, whichever way the spelling runs. */
function Near({ nearest }: Readonly<{ nearest: readonly NearSpelling[] }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <span dir="auto">
      {t('rollcall.near')}
      {nearest.map(({ text, documents }, at) => (
        <span key={text}>
          {at === 0 ? ' ' : ', '}
          <bdi>{text}</bdi> ({format.number(documents)})
        </span>
      ))}
    </span>
  )
}

function Where({ line, facts }: Readonly<{ line: RollCallLine; facts: RowFacts }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  if (line.problem !== null)
    return (
      <span className="rollcall-where">
        <bdi>{t(`rollcall.problem-${line.problem}`)}</bdi>
      </span>
    )
  const same = line.repeats === null ? null : <small>{t('rollcall.sameAs', { number: line.repeats })}</small>
  const nearest = facts.nearestOf(line.position)
  if (line.documents === 0) {
    return (
      <span className="rollcall-where">
        {same}
        {nearest === undefined || nearest.length === 0 ? null : <Near nearest={nearest} />}
      </span>
    )
  }
  const first = facts.documentOf(line.position)
  return (
    <span className="rollcall-where">
      {same}
      {first === undefined ? null : (
        <>
          <small className="truncate" dir="auto">
            {[first.title, ...(first.date === null ? [] : [format.date(first.date)])].join(' · ')}
          </small>
          <MarkedPassage document={first} />
        </>
      )}
    </span>
  )
}
