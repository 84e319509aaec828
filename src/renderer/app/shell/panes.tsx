import { ArrowLeft, PanelRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRunShortcut } from '#renderer/app/Shortcuts.tsx'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { AttentionList } from '#renderer/features/attention/AttentionList.tsx'
import { DocumentHistory } from '#renderer/features/custody/DocumentHistory.tsx'
import { Inspector } from '#renderer/features/inspector/Inspector.tsx'
import { SavedSearchList } from '#renderer/features/kept/SavedSearchList.tsx'
import { TrailRow } from '#renderer/features/kept/TrailRow.tsx'
import { Sidebar } from '#renderer/features/library/Sidebar.tsx'
import { DocumentNames } from '#renderer/features/names/DocumentNames.tsx'
import { NameCardPane } from '#renderer/features/names/NameCardPane.tsx'
import { NamesSection } from '#renderer/features/names/NamesSection.tsx'
import { TagList } from '#renderer/features/organise/TagList.tsx'
import { ReaderPane } from '#renderer/features/reader/ReaderPane.tsx'
import { RollCallView } from '#renderer/features/rollcall/RollCallView.tsx'
import { SearchPane } from '#renderer/features/search/SearchPane.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'

type PaneProps = Readonly<{ children?: ReactNode }>

/** Archive, sections, folders, tags. `children` is the line at its edge. */
export function SidebarPane({ hasArchive, children }: PaneProps & Readonly<{ hasArchive: boolean }>): ReactNode {
  const { t } = useTranslation()
  return (
    <nav className="pane pane--navigation" aria-label={t('shell.navigation')} data-pane="navigation">
      <Sidebar
        hasArchive={hasArchive}
        rows={<TrailRow />}
        saved={<SavedSearchList />}
        tags={<TagList />}
        names={<NamesSection />}
      />
      {children}
    </nav>
  )
}

/** Search box and results, or the files that need attention. */
export function ResultsPane({ hasNavigation, children }: PaneProps & Readonly<{ hasNavigation: boolean }>): ReactNode {
  const { t } = useTranslation()
  const section = useAppState((state) => state.filter.section)
  return (
    <section className="pane pane--results" aria-label={t('shell.results')} data-pane="results">
      <SearchPane hasNavigation={hasNavigation} attention={section === 'attention' ? <AttentionList /> : null} />
      {children}
    </section>
  )
}

/** Lists of names, and what was found for them. */
export function RollCallPane({ hasNavigation }: Readonly<{ hasNavigation: boolean }>): ReactNode {
  const { t } = useTranslation()
  return (
    <main className="pane pane--rollcall" aria-label={t('rollcall.title')} data-pane="results" tabIndex={-1}>
      <RollCallView hasNavigation={hasNavigation} />
    </main>
  )
}

/**
 * The open document. Where it does not stand beside the results (`back`) or the inspector, the buttons that lead to them stand in the
 * corners of its bar.
 */
export function ReaderFrame({ back = false, hasInspector }: Readonly<{ back?: boolean; hasInspector: boolean }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const run = useRunShortcut()
  const isName = useAppState((state) => state.openNameId !== null)
  const corners = `${back ? ' pane--start-corner' : ''}${hasInspector ? '' : ' pane--end-corner'}`
  return (
    <main className={`pane pane--reader${corners}`} aria-label={t('shell.reader')} data-pane="reader" tabIndex={-1}>
      {back ? (
        <span className="pane-corner pane-corner--start">
          <IconButton label={t('shell.backToResults')} keys="Escape" onPress={() => actions.showPane('results')}>
            <ArrowLeft className="mirror" size={16} aria-hidden />
          </IconButton>
        </span>
      ) : null}
      {isName ? <NameCardPane /> : <ReaderPane />}
      {hasInspector ? null : (
        <span className="pane-corner pane-corner--end">
          <IconButton label={t('shell.showInspector')} keys="Mod+I" onPress={() => run('toggle-inspector')}>
            <PanelRight className="mirror" size={16} aria-hidden />
          </IconButton>
        </span>
      )}
    </main>
  )
}

/** Tags, corrections and provenance of the open document. */
export function InspectorPane({ back, children }: PaneProps & Readonly<{ back?: 'reader' }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  return (
    <aside className="pane pane--inspector" aria-label={t('shell.inspector')} data-pane="inspector">
      {back === undefined ? null : (
        <div className="pane-back">
          <Button kind="quiet" onPress={() => actions.showPane('reader')}>
            <ArrowLeft className="mirror" size={16} aria-hidden />
            {t('shell.backToReader')}
          </Button>
        </div>
      )}
      <Inspector mentions={(id) => <DocumentNames id={id} />} history={(id) => <DocumentHistory id={id} />} />
      {children}
    </aside>
  )
}
