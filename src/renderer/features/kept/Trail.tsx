import { FileText, History, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as PlainButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { ClearButton } from '#renderer/features/kept/ClearButton.tsx'
import { isNarrowed } from '#renderer/features/kept/is-narrowed.ts'
import { trailDays } from '#renderer/features/kept/trail-days.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import type { TrailId } from '#shared/model/ids'
import type { TrailEntry } from '#shared/model/trail'

/** Past searches by day, each with the documents opened from it; what is cleared here is overwritten in the file. */
export function Trail(): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const trail = useCommand('trail.get', {}).data
  const setKept = useAction('trail.setKept', ['trail.get'])
  const clear = useAction('trail.clear', ['trail.get'])
  if (trail === undefined) return null
  const clearIds = async (ids: readonly TrailId[] | null): Promise<void> => {
    const done = await clear({ ids: ids === null ? null : [...ids] })
    if (done !== undefined) showDone(t('kept.cleared'))
  }
  return (
    <div className="trail">
      <p className="kept-detail">{t('kept.trailDetail')}</p>
      <div className="trail-tools">
        <Switch isSelected={trail.isKept} onChange={(isKept) => void setKept({ isKept })}>
          {t('kept.keep')}
        </Switch>
        {trail.entries.length === 0 ? null : <ClearButton label={t('kept.clearAll')} onClear={() => void clearIds(null)} />}
      </div>
      {trail.entries.length === 0 ? (
        <EmptyState icon={<History size={30} strokeWidth={1.4} />} title={t('kept.trail')}>
          {t(trail.isKept ? 'kept.trailEmpty' : 'kept.trailOff')}
        </EmptyState>
      ) : null}
      {trailDays(trail.entries).map(({ day, entries }) => (
        <section key={day} aria-labelledby={`trail-${day}`}>
          <div className="trail-day">
            <SectionHeading id={`trail-${day}`}>{format.date(isoDay(day), 'long')}</SectionHeading>
            <ClearButton label={t('kept.clearDay')} onClear={() => void clearIds(entries.map(({ id }) => id))} />
          </div>
          <ul>
            {entries.map((entry) => (
              <EntryRow key={entry.id} entry={entry} onClear={() => void clearIds([entry.id])} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function EntryRow({ entry, onClear }: Readonly<{ entry: TrailEntry; onClear: () => void }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const { search, opened } = entry
  const words = { time: format.time(entry.at), documents: t('common.documents', { count: entry.documents }) }
  return (
    <li className="trail-entry">
      <div className="trail-line">
        <PlainButton
          className="trail-search"
          onPress={() => {
            actions.closeDialog()
            actions.showSearch(search)
          }}
        >
          <span className="trail-query" dir="auto">
            {search.query}
          </span>
          <span className="trail-meta" dir="auto">
            {t(isNarrowed(search.filter) ? 'kept.metaFiltered' : 'kept.meta', words)}
          </span>
        </PlainButton>
        <IconButton label={t('kept.clearOne', { query: search.query })} onPress={onClear}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      {opened.length === 0 ? null : (
        <ul className="trail-opened">
          {opened.map(({ id, title }) => (
            <li key={id}>
              <PlainButton
                className="trail-document"
                onPress={() => {
                  actions.closeDialog()
                  actions.showSearch(search)
                  actions.openDocument(id, { openAt: { at: 'first-hit' } })
                }}
              >
                <FileText size={14} aria-hidden />
                <span className="truncate" dir="auto">
                  {title}
                </span>
              </PlainButton>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** The day as it is where the person is. */
function isoDay(at: number): string {
  const date = new Date(at)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
