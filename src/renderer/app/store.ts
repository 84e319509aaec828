import { createContext, useContext, useSyncExternalStore } from 'react'
import { reduce } from '#renderer/app/reduce.ts'
import {
  type AppDialog,
  type AppState,
  type Change,
  INITIAL_STATE,
  NO_FILTER,
  type OpenAt,
  type PagesLook,
  type Pane,
  type RollCallLook,
  type SearchAsked
} from '#renderer/app/state.ts'
import type { OriginalView } from '#shared/model/document'
import type { DocumentId, NameId, TagId } from '#shared/model/ids'
import type { ExpansionSwitches, SearchFilter, SortOrder } from '#shared/model/search'

/** Finds the document before or after the open one in the current results. Null at either end. */
export type ResultWalker = (step: 1 | -1) => Promise<Readonly<{ id: DocumentId; index: number }> | null>

export type AppActions = Readonly<{
  /** `typing`: the last word is unfinished and is searched as a beginning. `isLeftOff`: the box was left in the middle of it. */
  setQuery: (query: string, options?: Readonly<{ typing?: boolean; isLeftOff?: boolean }>) => void
  /** Asks a whole search: one that was kept, or offered. */
  showSearch: (search: SearchAsked) => void
  /** Switches expansions of the query's words; the others stay as they are. */
  setExpansions: (switches: ExpansionSwitches) => void
  /** Shows the query as chips, or hides them. */
  showBuilder: (shown: boolean) => void
  /** Changes some conditions of the filter and keeps the others. */
  setFilter: (patch: Partial<SearchFilter>) => void
  /** Drops every condition but these: what a click in the sidebar does. */
  showOnly: (patch: Partial<SearchFilter>) => void
  toggleTag: (id: TagId) => void
  setSort: (sort: SortOrder | null) => void
  /** Shows a document in the reader. `index`: its row in the results, where known. */
  openDocument: (id: DocumentId, options?: Readonly<{ openAt?: OpenAt; index?: number }>) => void
  closeDocument: () => void
  /** Shows a name card in the place of the document, beside the documents that mention it. */
  openName: (name: Readonly<{ id: NameId; label: string }>) => void
  closeName: () => void
  /** Remembers for this session whether documents with this kind of original open as they looked or as text. */
  chooseView: (kind: OriginalView, original: boolean) => void
  /** Opens the next document of the results at its first hit. False at the end of the list. */
  nextDocument: () => Promise<boolean>
  /** Opens the document before this one at its last hit. False at the start of the list. */
  previousDocument: () => Promise<boolean>
  /** For the results list alone: how the two above find their way. Answers with the function that takes it back. */
  setResultWalker: (walker: ResultWalker) => () => void
  setPagesLook: (patch: Partial<PagesLook>) => void
  /** Shows a document in spite of its warning, until the archive is closed. */
  uncover: (id: DocumentId) => void
  /** Shows all pictures of a document, until the archive is closed. */
  unblur: (id: DocumentId) => void
  moveCursor: (index: number, id: DocumentId) => void
  select: (ids: readonly DocumentId[]) => void
  showDialog: (dialog: AppDialog) => void
  closeDialog: () => void
  /** Opens the tag editor for these documents. */
  editTags: (ids: readonly DocumentId[]) => void
  /** Opens the dialog that saves copies of these documents. */
  saveCopy: (ids: readonly DocumentId[]) => void
  showPane: (pane: Pane) => void
  setInspectorDrawer: (open: boolean) => void
  /** Shows the roll-calls in the place of results and reader. */
  showRollCalls: () => void
  /** Shows results and reader again. */
  showDocuments: () => void
  lookAtRollCall: (patch: Partial<RollCallLook>) => void
  /** Forgets everything that belonged to the archive that was open. */
  reset: () => void
}>

export type AppStore = Readonly<{
  getState: () => AppState
  subscribe: (listener: () => void) => () => void
  actions: AppActions
}>

/** A store with nothing open. */
export function createAppStore(initial: AppState = INITIAL_STATE): AppStore {
  let state = initial
  let walker: ResultWalker | null = null
  const listeners = new Set<() => void>()
  const dispatch = (change: Change): void => {
    const next = reduce(state, change)
    if (next === state) return
    state = next
    for (const listener of listeners) listener()
  }
  const walk = async (step: 1 | -1): Promise<boolean> => {
    const found = (await walker?.(step)) ?? null
    if (found === null) return false
    dispatch({ do: 'open', id: found.id, index: found.index, openAt: { at: step === 1 ? 'first-hit' : 'last-hit' } })
    return true
  }
  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    actions: {
      ...plainActions(dispatch),
      nextDocument: () => walk(1),
      previousDocument: () => walk(-1),
      setResultWalker: (next) => {
        walker = next
        return () => {
          if (walker === next) walker = null
        }
      }
    }
  }
}

function plainActions(
  dispatch: (change: Change) => void
): Omit<AppActions, 'nextDocument' | 'previousDocument' | 'setResultWalker'> {
  return {
    setQuery: (query, options) => dispatch({ do: 'set-query', query, typing: false, ...options }),
    showSearch: (search) => {
      dispatch({ do: 'show-search', search })
      dispatch({ do: 'show-pane', pane: 'results' })
    },
    setExpansions: (switches) => dispatch({ do: 'set-expansions', switches }),
    showBuilder: (shown) => dispatch({ do: 'show-builder', shown }),
    setFilter: (patch) => dispatch({ do: 'set-filter', patch }),
    showOnly: (patch) => {
      dispatch({ do: 'replace-filter', patch })
      dispatch({ do: 'show-view', view: 'documents' })
      dispatch({ do: 'show-pane', pane: 'results' })
    },
    toggleTag: (id) => dispatch({ do: 'toggle-tag', id }),
    setSort: (sort) => dispatch({ do: 'set-sort', sort }),
    openDocument: (id, options) => {
      dispatch({ do: 'open', id, openAt: options?.openAt ?? { at: 'top' }, index: options?.index ?? null })
      dispatch({ do: 'show-pane', pane: 'reader' })
    },
    closeDocument: () => dispatch({ do: 'close-document' }),
    openName: ({ id, label }) => {
      dispatch({ do: 'show-search', search: { query: nameQuery(label), filter: NO_FILTER, expansions: {}, sort: null } })
      dispatch({ do: 'open-name', id })
      dispatch({ do: 'show-pane', pane: 'reader' })
    },
    closeName: () => dispatch({ do: 'open-name', id: null }),
    chooseView: (kind, original) => dispatch({ do: 'choose-view', kind, original }),
    setPagesLook: (patch) => dispatch({ do: 'set-pages-look', patch }),
    uncover: (id) => dispatch({ do: 'uncover', id }),
    unblur: (id) => dispatch({ do: 'unblur', id }),
    moveCursor: (index, id) => dispatch({ do: 'move-cursor', index, id }),
    select: (ids) => dispatch({ do: 'select', ids }),
    showDialog: (dialog) => dispatch({ do: 'show-dialog', dialog }),
    closeDialog: () => dispatch({ do: 'show-dialog', dialog: null }),
    editTags: (ids) => {
      if (ids.length > 0) dispatch({ do: 'show-dialog', dialog: { kind: 'edit-tags', ids } })
    },
    saveCopy: (ids) => {
      if (ids.length > 0) dispatch({ do: 'show-dialog', dialog: { kind: 'save-copy', ids } })
    },
    showPane: (pane) => dispatch({ do: 'show-pane', pane }),
    setInspectorDrawer: (open) => dispatch({ do: 'set-inspector-drawer', open }),
    showRollCalls: () => {
      dispatch({ do: 'show-view', view: 'rollcall' })
      dispatch({ do: 'show-pane', pane: 'results' })
    },
    showDocuments: () => dispatch({ do: 'show-view', view: 'documents' }),
    lookAtRollCall: (patch) => dispatch({ do: 'look-at-roll-call', patch }),
    reset: () => dispatch({ do: 'reset' })
  }
}

/** The query that finds what a card finds. */
const nameQuery = (label: string): string => `name:"${label.replaceAll('"', ' ')}"`

export const AppStoreContext = createContext<AppStore | null>(null)

function useStore(): AppStore {
  const store = useContext(AppStoreContext)
  if (store === null) throw new Error('useAppState and useActions belong inside <App>')
  return store
}

/** The part of the state that `pick` takes; draws again only when that part is another value (compared with `Object.is`). */
export function useAppState<T>(pick: (state: AppState) => T): T {
  const store = useStore()
  return useSyncExternalStore(store.subscribe, () => pick(store.getState()))
}

/** What can be done to the state. The same object for the whole life of the window. */
export function useActions(): AppActions {
  return useStore().actions
}

/** The state as it is now, for event handlers: reading it does not make the component draw again. */
export function useReadState(): () => AppState {
  return useStore().getState
}
