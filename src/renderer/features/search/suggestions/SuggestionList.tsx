import '#renderer/features/search/suggestions/suggestions.css'
import { Bookmark, FileText, Folder, History, Search, SlidersHorizontal, User } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { TagDot } from '#renderer/ui/TagDot.tsx'
import type { Suggestion } from '#shared/model/suggestion'

type Props = Readonly<{
  id: string
  items: readonly Suggestion[]
  /** The row that Enter takes; -1 for none. */
  active: number
  onTake: (item: Suggestion) => void
}>

/** The id of a row, for the box that points to it. */
export const suggestionId = (listId: string, index: number): string => `${listId}-${index}`

/** What is offered under the search box. The focus stays in the box; pressing a row takes it. */
export function SuggestionList({ id, items, active, onTake }: Props): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="suggestions">
      <div id={id} className="suggestions-list" role="listbox" aria-label={t('suggest.label')}>
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box, which keeps the focus.
          <div
            key={keyOf(item)}
            id={suggestionId(id, index)}
            className="suggestion"
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            // The box must not lose the focus to a row.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(item)}
          >
            <span className="suggestion-icon">
              <Icon item={item} />
            </span>
            <span className="suggestion-text truncate" dir="auto">
              {textOf(item)}
            </span>
            <Detail item={item} />
          </div>
        ))}
      </div>
      <p className="suggestions-hint">{t('suggest.hint')}</p>
    </div>
  )
}

function keyOf(item: Suggestion): string {
  if (item.kind === 'word' || item.kind === 'field' || item.kind === 'value') return `${item.kind}:${item.text}`
  return item.kind === 'trail' ? `trail:${item.search.query}` : `${item.kind}:${item.id}`
}

function textOf(item: Suggestion): string {
  if (item.kind === 'word' || item.kind === 'field' || item.kind === 'value') return item.text
  return item.kind === 'trail' ? item.search.query : item.title
}

function Detail({ item }: Readonly<{ item: Suggestion }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  if (item.kind === 'word') return <small className="tabular">{format.number(item.documents)}</small>
  if (item.kind === 'value')
    return item.documents === null ? null : <small className="tabular">{format.number(item.documents)}</small>
  return <small>{t(`suggest.${item.kind}`)}</small>
}

function Icon({ item }: Readonly<{ item: Suggestion }>): ReactNode {
  const icon = { size: 14, 'aria-hidden': true } as const
  switch (item.kind) {
    case 'word':
      return <Search {...icon} />
    case 'field':
    case 'value':
      return <SlidersHorizontal {...icon} />
    case 'name':
      return <User {...icon} />
    case 'saved':
      return <Bookmark {...icon} />
    case 'trail':
      return <History {...icon} />
    case 'tag':
      return <TagDot color={item.color} />
    case 'folder':
      return <Folder {...icon} />
    case 'document':
      return <FileText {...icon} />
  }
}
