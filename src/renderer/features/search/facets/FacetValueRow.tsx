import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Direction } from '#renderer/features/search/facets/choices.ts'
import type { FacetRow } from '#renderer/features/search/facets/facet-rows.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { TagDot } from '#renderer/ui/TagDot.tsx'

type Props = Readonly<{
  row: Omit<FacetRow, 'about' | 'values' | 'key'>
  label: string
  /** True in the one row of its group that Tab goes to; arrows go to the others. */
  isTabStop: boolean
  onChoose: (direction: Direction | null) => void
}>

/** A value with its count: a press includes it, the second control leaves it out, and each takes its choice back. */
export function FacetValueRow({ row, label, isTabStop, onChoose }: Props): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const { chosen, detail, documents } = row
  const tabIndex = isTabStop ? 0 : -1
  return (
    <div className="facet-row" data-chosen={chosen ?? 'none'}>
      <button
        type="button"
        className="facet-include"
        tabIndex={tabIndex}
        aria-pressed={chosen === 'include'}
        aria-label={t('facets.include', { name: label, documents: t('common.documents', { count: documents }) })}
        title={detail === '' ? label : `${label} · ${detail}`}
        onClick={() => onChoose(chosen === 'include' ? null : 'include')}
      >
        <span className="facet-box" aria-hidden>
          {chosen === 'include' ? <Check size={11} strokeWidth={3} /> : null}
          {chosen === 'exclude' ? <Minus size={11} strokeWidth={3} /> : null}
        </span>
        {row.color === null ? null : <TagDot color={row.color} />}
        <span className="facet-label truncate" dir="auto">
          {label}
        </span>
        {detail === '' ? null : (
          <span className="facet-detail truncate" dir="auto">
            {detail}
          </span>
        )}
        <span className="facet-count tabular">{format.number(documents)}</span>
      </button>
      <button
        type="button"
        className="facet-exclude"
        tabIndex={tabIndex}
        aria-pressed={chosen === 'exclude'}
        aria-label={t('facets.exclude', { name: label })}
        title={t('facets.exclude', { name: label })}
        onClick={() => onChoose(chosen === 'exclude' ? null : 'exclude')}
      >
        <Minus size={13} aria-hidden />
      </button>
    </div>
  )
}
