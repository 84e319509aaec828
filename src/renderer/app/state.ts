import type { OriginalView } from '#shared/model/document'
import type { DocumentId, ImportId, NameId, RollCallId, TagId } from '#shared/model/ids'
import type { OcrTarget } from '#shared/model/ocr'
import type { RollCallMode, RollCallSort, RollCallTab } from '#shared/model/rollcall'
import type { ExpansionSwitches, SearchFilter, SortOrder, TextView } from '#shared/model/search'

/** Where the reader goes when it opens a document. */
export type OpenAt =
  | Readonly<{ at: 'top' }>
  /** An offset into the document's text of `view`, in UTF-16 code units. */
  | Readonly<{ at: 'passage'; view: TextView; offset: number }>
  | Readonly<{ at: 'first-hit' }>
  | Readonly<{ at: 'last-hit' }>

/** The one dialog that can stand over the window. */
export type AppDialog =
  | Readonly<{ kind: 'palette' }>
  | Readonly<{ kind: 'shortcuts' }>
  | Readonly<{ kind: 'search-help' }>
  | Readonly<{ kind: 'settings' }>
  | Readonly<{ kind: 'save-search' }>
  | Readonly<{ kind: 'trail' }>
  /** The custody log, of the archive (null) or of one document. */
  | Readonly<{ kind: 'custody'; documentId: DocumentId | null }>
  | Readonly<{ kind: 'verify-report' }>
  | Readonly<{ kind: 'restore-snapshot'; day: string }>
  | Readonly<{ kind: 'about' }>
  /** `from`: who gives it up comes back to Settings. */
  | Readonly<{ kind: 'set-passphrase' | 'change-passphrase' | 'remove-passphrase'; from: 'settings' | null }>
  /** A name card in the making. `text`: what was selected or searched. */
  | Readonly<{ kind: 'new-name'; text: string; origin: 'typed' | 'selection' | 'query' }>
  | Readonly<{ kind: 'name-list' }>
  | Readonly<{ kind: 'edit-tags'; ids: readonly DocumentId[] }>
  | Readonly<{ kind: 'save-copy'; ids: readonly DocumentId[] }>
  | Readonly<{ kind: 'receipt'; importId: ImportId }>
  /** `chosen`: the languages chosen now, null when none are; `name`: of the folder or document. */
  | Readonly<{ kind: 'ocr-languages'; target: OcrTarget; chosen: readonly string[] | null; name: string | null }>

/** Which pane shows when the window is too narrow for more than one. */
export type Pane = 'navigation' | 'results' | 'reader' | 'inspector'

/** How documents are shown as pages. Kept from one document to the next, so that walking through hits changes nothing. */
export type PagesLook = Readonly<{
  /** As wide as the pane, whole in the pane, or a multiple of the actual size. */
  zoom: 'width' | 'page' | number
  /** What stands beside the pages. */
  panel: 'thumbnails' | 'contents' | null
}>

/** How the roll-calls are looked at. It stays when a document is opened from one, so that the way back leads to the same line. */
export type RollCallLook = Readonly<{
  screen: 'home' | 'new' | 'one'
  id: RollCallId | null
  tab: RollCallTab
  freshOnly: boolean
  /** Words that lines must have. */
  text: string
  sort: RollCallSort
  /** Row of the list that the keyboard is on. */
  row: number | null
  /** A list that was pasted and not run yet: a wrong key must not lose it. */
  draft: Readonly<{ text: string; mode: RollCallMode }>
}>

/** What the person is looking at. Settings, documents and answers are not here: they are asked for. */
export type AppState = Readonly<{
  query: string
  /** True while the last word of the query is still being typed. */
  typing: boolean
  /** The search box was left while the query was being typed: nothing says that it was finished. */
  isLeftOff: boolean
  filter: SearchFilter
  /** Expansions that were switched on or off for the words of this query. */
  expansions: ExpansionSwitches
  /** The query is shown as chips under the search box. */
  builderShown: boolean
  /** Null: by relevance when there is a query, newest first when there is none. */
  sort: SortOrder | null
  openDocumentId: DocumentId | null
  openAt: OpenAt
  /** The name card that stands in the place of the document; null: the document. */
  openNameId: NameId | null
  /** Grows with every opening, so that opening the same document again moves the reader again. */
  openCount: number
  /** What the person chose to see first in this session, for each kind of original: how it looked (true) or its text. */
  originalFirst: Readonly<Partial<Record<OriginalView, boolean>>>
  pagesLook: PagesLook
  /** Documents with a warning that were asked for, and those of which all pictures were; until the archive is closed. */
  uncovered: ReadonlySet<DocumentId>
  unblurred: ReadonlySet<DocumentId>
  /** The row of the results that the keyboard is on; null before the list was touched. */
  cursor: Readonly<{ index: number; id: DocumentId }> | null
  /** Documents chosen for an action on many. Empty: actions go to the open document. */
  selection: ReadonlySet<DocumentId>
  dialog: AppDialog | null
  pane: Pane
  /** What stands in the place of results and reader. */
  view: 'documents' | 'rollcall'
  rollCall: RollCallLook
  /** The inspector as a drawer over the reader, where the window is too narrow to hold it as a pane. */
  inspectorDrawer: boolean
}>

/** A search as it can be kept and asked again. */
export type SearchAsked = Readonly<{
  query: string
  filter: SearchFilter
  expansions: ExpansionSwitches
  sort: SortOrder | null
}>

/** Everything, unfiltered. */
export const NO_FILTER: SearchFilter = {
  section: 'all',
  tagIds: [],
  folderId: null,
  importId: null,
  facets: {}
}

export const ROLL_CALL_HOME: RollCallLook = {
  screen: 'home',
  id: null,
  tab: 'all',
  freshOnly: false,
  text: '',
  sort: 'number',
  row: null,
  draft: { text: '', mode: 'names' }
}

export const INITIAL_STATE: AppState = {
  query: '',
  typing: false,
  isLeftOff: false,
  filter: NO_FILTER,
  expansions: {},
  builderShown: false,
  sort: null,
  openDocumentId: null,
  openAt: { at: 'top' },
  openNameId: null,
  openCount: 0,
  originalFirst: {},
  pagesLook: { zoom: 'width', panel: null },
  uncovered: new Set(),
  unblurred: new Set(),
  cursor: null,
  selection: new Set(),
  dialog: null,
  pane: 'results',
  view: 'documents',
  rollCall: ROLL_CALL_HOME,
  inspectorDrawer: false
}

/** What can be asked for: the pure part of every action. */
export type Change =
  | Readonly<{ do: 'set-query'; query: string; typing: boolean; isLeftOff?: boolean }>
  | Readonly<{ do: 'show-search'; search: SearchAsked }>
  | Readonly<{ do: 'set-expansions'; switches: ExpansionSwitches }>
  | Readonly<{ do: 'show-builder'; shown: boolean }>
  | Readonly<{ do: 'set-filter'; patch: Partial<SearchFilter> }>
  | Readonly<{ do: 'replace-filter'; patch: Partial<SearchFilter> }>
  | Readonly<{ do: 'toggle-tag'; id: TagId }>
  | Readonly<{ do: 'set-sort'; sort: SortOrder | null }>
  | Readonly<{ do: 'open'; id: DocumentId; openAt: OpenAt; index: number | null }>
  | Readonly<{ do: 'close-document' }>
  | Readonly<{ do: 'open-name'; id: NameId | null }>
  | Readonly<{ do: 'choose-view'; kind: OriginalView; original: boolean }>
  | Readonly<{ do: 'set-pages-look'; patch: Partial<PagesLook> }>
  | Readonly<{ do: 'uncover' | 'unblur'; id: DocumentId }>
  | Readonly<{ do: 'move-cursor'; index: number; id: DocumentId }>
  | Readonly<{ do: 'select'; ids: readonly DocumentId[] }>
  | Readonly<{ do: 'show-dialog'; dialog: AppDialog | null }>
  | Readonly<{ do: 'show-pane'; pane: Pane }>
  | Readonly<{ do: 'set-inspector-drawer'; open: boolean }>
  | Readonly<{ do: 'show-view'; view: AppState['view'] }>
  | Readonly<{ do: 'look-at-roll-call'; patch: Partial<RollCallLook> }>
  | Readonly<{ do: 'reset' }>
