import type { AppState } from '#renderer/app/state.ts'
import type { DocumentDetail, OriginalView } from '#shared/model/document'
import type { TextView } from '#shared/model/search'

/** What the reader shows of a document: its reading text, all its text, or how it looked (one of `ORIGINAL_VIEWS`). */
export type ReaderView = 'reader' | 'all' | 'original'

/** A view that a document can be shown in, by its name in the catalogue. */
export type ViewOption = Readonly<{ value: ReaderView; label: ViewLabel; isDisabled: boolean }>

type ViewLabel =
  | 'reader.viewReader'
  | 'reader.viewAll'
  | 'reader.viewOriginal'
  | 'reader.viewPages'
  | 'reader.viewPicture'
  | 'reader.viewPlayer'
  | 'reader.viewTable'

/** How one way of showing a document as it looked is offered. */
type OriginalRow = Readonly<{
  label: (document: DocumentDetail) => ViewLabel
  /** The text whose hits it marks and walks through; null where it can show none. */
  text: TextView | null
  /** Whether documents open in it as long as the person has chosen nothing else. `isGentle`: pictures wait until they are asked for. */
  isFirst: (document: DocumentDetail, isGentle: boolean) => boolean
}>

/** Every way of showing a document as it looked. Null: there is no view for it, and its text is all that is offered. */
const ORIGINAL_VIEWS: Readonly<Record<OriginalView, OriginalRow | null>> = {
  page: { label: () => 'reader.viewOriginal', text: null, isFirst: () => false },
  pages: {
    label: (document) => (isPicture(document) && (document.pageCount ?? 1) === 1 ? 'reader.viewPicture' : 'reader.viewPages'),
    text: 'reader',
    // A hit is seen best where it stands. What may show pictures besides opens as text where pictures are to wait.
    isFirst: (document, isGentle) => isPicture(document) || !isGentle
  },
  table: { label: () => 'reader.viewTable', text: 'reader', isFirst: () => true },
  media: { label: () => 'reader.viewPlayer', text: null, isFirst: () => true }
}

/** Whether there is text to read or to look in. */
export function hasText(document: DocumentDetail): boolean {
  return document.status === 'searchable' || document.status === 'simplified' || document.wordCount > 0
}

/** The views of a document in the order they are offered; one alone when there is nothing to choose. */
export function viewsOf(document: DocumentDetail): readonly ViewOption[] {
  const row = originalRow(document)
  const isReadable = hasText(document)
  const original: ViewOption[] = row === null ? [] : [{ value: 'original', label: row.label(document), isDisabled: false }]
  if (!isReadable && row?.isFirst(document, false) !== false) return original
  return [
    { value: 'reader', label: 'reader.viewReader', isDisabled: false },
    { value: 'all', label: 'reader.viewAll', isDisabled: !isReadable },
    ...original
  ]
}

/** The text that the hits of a view stand in; null for a view that shows none. */
export function textOf(view: ReaderView, document: DocumentDetail | undefined): TextView | null {
  if (view !== 'original') return view
  return (document && originalRow(document)?.text) ?? null
}

/** Whether a document opens as it looked rather than as text. */
export function opensInOriginal(document: DocumentDetail, chosen: AppState['originalFirst'], isGentle: boolean): boolean {
  const row = originalRow(document)
  if (row === null || document.originalView === null) return false
  if (!hasText(document) || row.text === null) return row.isFirst(document, false)
  return chosen[document.originalView] ?? row.isFirst(document, isGentle)
}

/** Whether it can be shown as it looked at all. */
export function hasOriginal(document: DocumentDetail): boolean {
  return originalRow(document) !== null
}

/** Whether the document is a picture itself. */
export function isPicture({ mediaType }: DocumentDetail): boolean {
  return mediaType.startsWith('image/')
}

function originalRow({ originalView }: DocumentDetail): OriginalRow | null {
  return originalView === null ? null : ORIGINAL_VIEWS[originalView]
}
