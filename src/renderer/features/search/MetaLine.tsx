import { Bookmark, ChevronDown, Contact } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useActions } from '#renderer/app/store.ts'
import type { ListRequest } from '#renderer/features/search/use-request.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { type SearchAnswer, SORT_ORDERS } from '#shared/model/search'

type Props = Readonly<{ request: ListRequest; answer: SearchAnswer | undefined }>

/** How many documents were found, how long it took, and their order. Read aloud when it changes. */
export const MetaLine = memo(function MetaLine({ answer, request }: Props): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const hasQuery = request.query.trim() !== ''
  const orders = SORT_ORDERS.filter((order) => order !== 'relevance' || hasQuery)
  return (
    <div className="meta-line">
      <span className="tabular" role="status" aria-live="polite">
        {answer === undefined ? t('search.searching') : meta(answer.total, answer.elapsedMs)}
      </span>
      {hasQuery ? (
        <IconButton
          label={t('names.makeOfQuery')}
          onPress={() => actions.showDialog({ kind: 'new-name', text: request.query, origin: 'query' })}
        >
          <Contact size={14} aria-hidden />
          <span className="meta-word meta-word--wide">{t('names.makeOfQueryShort')}</span>
        </IconButton>
      ) : null}
      <IconButton label={t('kept.save')} keys="Mod+S" onPress={() => actions.showDialog({ kind: 'save-search' })}>
        <Bookmark size={14} aria-hidden />
        <span className="meta-word">{t('kept.saveShort')}</span>
      </IconButton>
      <Menu
        label={t('search.sortMenu')}
        placement="bottom end"
        trigger={
          <Button className="meta-sort" aria-label={t('search.sort', { order: t(`search.${request.sort}`) })}>
            {t(`search.${request.sort}`)}
            <ChevronDown size={13} aria-hidden />
          </Button>
        }
        groups={[
          {
            id: 'sort',
            entries: orders.map((order) => ({
              id: order,
              label: t(`search.${order}`),
              isChosen: order === request.sort,
              onSelect: () => actions.setSort(order)
            }))
          }
        ]}
      />
    </div>
  )

  function meta(total: number, elapsedMs: number): string {
    const documents = t('common.documents', { count: total })
    const rounded = Math.round(elapsedMs)
    const elapsed = rounded < 1 ? t('search.elapsedUnder') : t('search.elapsed', { count: rounded })
    return t('search.meta', { documents, elapsed })
  }
})
