import { keepsExpansions } from '#renderer/app/keeps-expansions.ts'
import { type AppState, type Change, INITIAL_STATE, NO_FILTER } from '#renderer/app/state.ts'
import type { TagId } from '#shared/model/ids'
import type { SearchFilter } from '#shared/model/search'

/** The state after a change. Pure; answers with the same object when nothing is different. */
export function reduce(state: AppState, change: Change): AppState {
  switch (change.do) {
    case 'set-query':
      return setQuery(state, change)
    case 'show-search':
      return { ...state, ...change.search, typing: false, isLeftOff: false, ...freshList(state) }
    case 'set-expansions':
      return { ...state, expansions: { ...state.expansions, ...change.switches }, ...freshList(state) }
    case 'show-builder':
      return { ...state, builderShown: change.shown }
    case 'set-filter':
      return { ...state, filter: { ...state.filter, ...change.patch }, ...freshList(state) }
    case 'replace-filter':
      return { ...state, filter: { ...NO_FILTER, ...change.patch }, ...freshList(state) }
    case 'toggle-tag':
      return { ...state, filter: { ...state.filter, tagIds: toggled(state.filter.tagIds, change.id) }, ...freshList(state) }
    case 'set-sort':
      return { ...state, sort: change.sort, cursor: null }
    case 'open':
      return {
        ...state,
        view: 'documents',
        openDocumentId: change.id,
        openNameId: null,
        openAt: change.openAt,
        openCount: state.openCount + 1,
        cursor: change.index === null ? cursorOn(state, change.id) : { index: change.index, id: change.id }
      }
    case 'open-name':
      return { ...state, openNameId: change.id }
    case 'close-document':
      return { ...state, openDocumentId: null, openAt: { at: 'top' }, pane: 'results', inspectorDrawer: false }
    case 'choose-view':
      return { ...state, originalFirst: { ...state.originalFirst, [change.kind]: change.original } }
    case 'set-pages-look':
      return { ...state, pagesLook: { ...state.pagesLook, ...change.patch } }
    case 'uncover':
      return { ...state, uncovered: new Set([...state.uncovered, change.id]) }
    case 'unblur':
      return { ...state, unblurred: new Set([...state.unblurred, change.id]) }
    case 'move-cursor':
      return { ...state, cursor: { index: change.index, id: change.id } }
    case 'select':
      return { ...state, selection: new Set(change.ids) }
    case 'show-dialog':
      return { ...state, dialog: change.dialog }
    case 'show-pane':
      return { ...state, pane: change.pane }
    case 'set-inspector-drawer':
      return { ...state, inspectorDrawer: change.open }
    case 'show-view':
      return change.view === state.view ? state : { ...state, view: change.view }
    case 'look-at-roll-call':
      return { ...state, rollCall: { ...state.rollCall, ...change.patch } }
    case 'reset':
      return INITIAL_STATE
  }
}

function setQuery(state: AppState, { query, typing, isLeftOff = false }: Extract<Change, { do: 'set-query' }>): AppState {
  const isSame = query === state.query
  // Leaving the box again, after the query was finished, takes nothing back.
  const leftOff = isLeftOff && (!isSame || state.typing || state.isLeftOff)
  if (!isSame)
    return {
      ...state,
      query,
      typing,
      isLeftOff: leftOff,
      filter: searchable(state.filter),
      expansions: keepsExpansions(state.query, query) ? state.expansions : {},
      ...freshList(state)
    }
  const isAlready = typing === state.typing && leftOff === state.isLeftOff && state.view === 'documents'
  return isAlready ? state : { ...state, view: 'documents', typing, isLeftOff: leftOff }
}

/** Files that need attention are not searched: a query typed over their list is meant for the documents. */
function searchable(filter: SearchFilter): SearchFilter {
  return filter.section === 'attention' ? { ...filter, section: 'all' } : filter
}

/** Another list: rows have other places, and what was chosen may not be in it. Whoever asks for one wants to see it. */
function freshList(state: AppState): Pick<AppState, 'cursor' | 'selection' | 'view'> {
  return { view: 'documents', cursor: null, selection: state.selection.size === 0 ? state.selection : new Set() }
}

function cursorOn(state: AppState, id: AppState['openDocumentId']): AppState['cursor'] {
  return state.cursor !== null && state.cursor.id === id ? state.cursor : null
}

function toggled(ids: readonly TagId[], id: TagId): TagId[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]
}
