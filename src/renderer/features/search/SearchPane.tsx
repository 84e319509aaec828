import '#renderer/features/search/search.css'
import { PanelLeft } from 'lucide-react'
import { type ReactNode, type RefObject, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useRunShortcut } from '#renderer/app/Shortcuts.tsx'
import { useAppState, useReadState } from '#renderer/app/store.ts'
import { FilterBar } from '#renderer/features/search/facets/FilterBar.tsx'
import { useFacets } from '#renderer/features/search/facets/use-facets.ts'
import { YearStrip } from '#renderer/features/search/facets/YearStrip.tsx'
import { MetaLine } from '#renderer/features/search/MetaLine.tsx'
import { NoResults } from '#renderer/features/search/NoResults.tsx'
import { QueryBuilder } from '#renderer/features/search/query/QueryBuilder.tsx'
import { SearchTools } from '#renderer/features/search/query/SearchTools.tsx'
import { ResultList } from '#renderer/features/search/ResultList.tsx'
import { SearchBox } from '#renderer/features/search/SearchBox.tsx'
import { SelectionBar } from '#renderer/features/search/SelectionBar.tsx'
import { Understood } from '#renderer/features/search/Understood.tsx'
import { useDocumentShortcuts } from '#renderer/features/search/use-document-shortcuts.ts'
import { useKeepTrail } from '#renderer/features/search/use-keep-trail.ts'
import { useRequest } from '#renderer/features/search/use-request.ts'
import { type Results, useResults } from '#renderer/features/search/use-results.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import type { VirtualListHandle } from '#renderer/ui/VirtualList.tsx'

type Props = Readonly<{
  /** False: draws the button that brings the navigation back. */
  hasNavigation: boolean
  /** Drawn in the place of the results while files that need attention are looked at. */
  attention: ReactNode
}>

/** The results pane: what is searched for, among what, and what was found. */
export function SearchPane({ hasNavigation, attention }: Props): ReactNode {
  const { t } = useTranslation()
  const run = useRunShortcut()
  const readState = useReadState()
  const request = useRequest()
  const isAttention = attention !== null
  const results = useResults(request, !isAttention)
  const list = useRef<VirtualListHandle>(null)
  const isBuilding = useAppState((state) => state.builderShown)
  const isSelecting = useAppState((state) => state.selection.size > 0)
  useDocumentShortcuts()
  useKeepTrail(results)
  return (
    <div className="search-pane">
      <div className="search-top">
        {hasNavigation ? null : (
          <IconButton label={t('shell.showNavigation')} keys="Mod+B" onPress={() => run('toggle-sidebar')}>
            <PanelLeft className="mirror" size={16} aria-hidden />
          </IconButton>
        )}
        <SearchBox
          onLeave={(isSteppingDown) => {
            list.current?.focus()
            if (isSteppingDown && readState().cursor === null) run('next-result')
          }}
        />
        <SearchTools />
      </div>
      {isAttention ? (
        <div className="search-attention">{attention}</div>
      ) : (
        <>
          {isBuilding ? <QueryBuilder /> : null}
          <Narrowing results={results} />
          <Understood request={results.request} answer={results.answer} />
          {isSelecting ? (
            <SelectionBar request={results.request} />
          ) : (
            <MetaLine request={results.request} answer={results.answer} />
          )}
          <Body results={results} list={list} />
        </>
      )}
    </div>
  )
}

/** What the results can be narrowed by. Its counts come after the rows, and only it is drawn again then. */
function Narrowing({ results }: Readonly<{ results: Results }>): ReactNode {
  const facets = useFacets(results)
  return (
    <>
      <FilterBar request={results.latest} facets={facets} />
      <YearStrip filter={results.latest.filter} years={facets?.years} />
    </>
  )
}

function Body({ results, list }: Readonly<{ results: Results; list: RefObject<VirtualListHandle | null> }>): ReactNode {
  const { t } = useTranslation()
  if (results.error !== null) {
    return (
      <div className="search-error">
        <ErrorNotice title={t('search.failedTitle')} actions={<Button onPress={results.retry}>{t('common.retry')}</Button>}>
          {t(`error.${results.error.code}`)}
        </ErrorNotice>
      </div>
    )
  }
  if (results.answer === undefined) return <div className="search-wait" />
  if (results.answer.total === 0) return <NoResults request={results.request} />
  return <ResultList results={results} total={results.answer.total} list={list} />
}
