import '#renderer/features/kept/kept.css'
import { Bookmark } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { LONGEST_NAME } from '#renderer/features/kept/longest-name.ts'
import { SavedSearchMenu } from '#renderer/features/kept/SavedSearchMenu.tsx'
import { isSameSearch } from '#renderer/features/kept/same-search.ts'
import { useCurrentSearch } from '#renderer/features/kept/use-current-search.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { NameForm } from '#renderer/ui/NameForm.tsx'
import { NavRow } from '#renderer/ui/NavRow.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'
import type { SavedSearch, SavedSearchCount } from '#shared/model/saved-search'

const LISTS = ['savedSearches.list', 'savedSearches.counts'] as const

/** Saved searches with what each finds now, and how much of it is new. Nothing at all while there are none. */
export function SavedSearchList(): ReactNode {
  const { t } = useTranslation()
  const searches = useCommand('savedSearches.list', {}, { keepPrevious: true }).data ?? []
  const counts = useCommand('savedSearches.counts', {}, { keepPrevious: true, enabled: searches.length > 0 }).data ?? []
  const rename = useAction('savedSearches.rename', LISTS)
  const [renamed, setRenamed] = useState<SavedSearch | null>(null)
  if (searches.length === 0) return null
  return (
    <section aria-labelledby="sidebar-saved">
      <SectionHeading id="sidebar-saved">{t('kept.saved')}</SectionHeading>
      <ul>
        {searches.map((saved, index) => (
          <SavedRow
            key={saved.id}
            saved={saved}
            count={counts.find(({ id }) => id === saved.id)}
            isFirst={index === 0}
            isLast={index === searches.length - 1}
            onRename={() => setRenamed(saved)}
          />
        ))}
      </ul>
      <Dialog
        isOpen={renamed !== null}
        onClose={() => setRenamed(null)}
        title={t('kept.renameTitle')}
        closeLabel={t('common.close')}
        width="narrow"
      >
        {renamed === null ? null : (
          <NameForm
            label={t('kept.name')}
            initial={renamed.name}
            longest={LONGEST_NAME}
            action={t('common.rename')}
            cancelLabel={t('common.cancel')}
            onClose={() => setRenamed(null)}
            onSubmit={async (name) => (await rename({ id: renamed.id, name })) !== undefined}
          />
        )}
      </Dialog>
    </section>
  )
}

type RowProps = Readonly<{
  saved: SavedSearch
  count: SavedSearchCount | undefined
  isFirst: boolean
  isLast: boolean
  onRename: () => void
}>

function SavedRow({ saved, count, isFirst, isLast, onRename }: RowProps): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const current = useCurrentSearch()
  const look = useAction('savedSearches.look', LISTS)
  const [isMenuOpen, setMenuOpen] = useState(false)
  const { id, name, search, lookedAt } = saved
  const fresh = count?.fresh ?? 0
  const open = (): void => {
    actions.showSearch(search)
    if (fresh > 0) showDone(t('kept.newSince', { count: fresh, date: format.moment(lookedAt) }))
    void look({ id })
  }
  return (
    <li
      className="ui-nav-holder"
      onContextMenu={(event) => {
        event.preventDefault()
        setMenuOpen(true)
      }}
    >
      <NavRow
        icon={<Bookmark size={15} aria-hidden />}
        name={name}
        isOn={isSameSearch(search, current)}
        onPress={open}
        {...(fresh > 0 ? { badge: t('kept.fresh', { count: fresh }) } : {})}
        {...(count === undefined
          ? {}
          : {
              count: format.number(count.documents),
              label:
                fresh > 0
                  ? t('kept.row', { name, documents: t('common.documents', { count: count.documents }), count: fresh })
                  : t('library.sectionCount', { name, documents: t('common.documents', { count: count.documents }) })
            })}
      />
      <SavedSearchMenu
        saved={saved}
        isFirst={isFirst}
        isLast={isLast}
        isOpen={isMenuOpen}
        onOpenChange={setMenuOpen}
        onRename={onRename}
      />
    </li>
  )
}
