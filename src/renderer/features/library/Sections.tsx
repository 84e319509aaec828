import { CircleDot, Library, ListChecks, Star, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useBadVerification } from '#renderer/api/use-bad-verification.ts'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { NavRow } from '#renderer/ui/NavRow.tsx'
import type { SidebarCounts } from '#shared/contract'

const SECTIONS = [
  { section: 'all', icon: Library, name: 'library.allDocuments' },
  { section: 'unread', icon: CircleDot, name: 'library.unread' },
  { section: 'starred', icon: Star, name: 'library.starred' },
  { section: 'attention', icon: TriangleAlert, name: 'library.attention' }
] as const

/** All documents, Unread, Starred and Needs attention, each with how many there are. */
export function Sections({ counts }: Readonly<{ counts: SidebarCounts | undefined }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const isBad = useBadVerification() !== null
  const view = useAppState((state) => state.view)
  const section = useAppState((state) => state.filter.section)
  const isNarrowed = useAppState(
    (state) => state.filter.folderId !== null || state.filter.tagIds.length > 0 || state.openNameId !== null
  )
  return (
    <ul>
      {SECTIONS.map((row) => {
        const count = counts?.[row.section]
        const name = t(row.name)
        // A verification that found something wrong needs attention too: one thing, whatever it found.
        const hasMore = isBad && row.section === 'attention'
        return (
          <li key={row.section}>
            <NavRow
              icon={<row.icon size={15} aria-hidden />}
              name={name}
              isOn={view === 'documents' && section === row.section && !isNarrowed}
              {...(count === undefined
                ? {}
                : {
                    count: format.number(hasMore ? count + 1 : count),
                    label: t(hasMore ? 'library.sectionCountAndVerification' : 'library.sectionCount', {
                      name,
                      documents: t('common.documents', { count })
                    })
                  })}
              onPress={() => {
                // "All documents" means all of them: what was typed goes too.
                if (row.section === 'all') actions.setQuery('')
                actions.showOnly({ section: row.section })
              }}
            />
          </li>
        )
      })}
      <li>
        <NavRow
          icon={<ListChecks size={15} aria-hidden />}
          name={t('library.rollCall')}
          isOn={view === 'rollcall'}
          onPress={() => actions.showRollCalls()}
        />
      </li>
    </ul>
  )
}
