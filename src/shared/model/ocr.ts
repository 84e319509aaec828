import type { DocumentId, FolderId } from '#shared/model/ids'

/** Raise when OCR reads better: pages read by an earlier version are read again. */
export const OCR_VERSION = 1

/** The OCR queue as the window shows it. */
export type OcrState = Readonly<{
  /** Pages not read yet. */
  waiting: number
  /** Pages read, in all. */
  done: number
  /** Pages that could not be read; each document of theirs stands under Needs attention. */
  failed: number
  paused: boolean
  current: Readonly<{ documentId: DocumentId; title: string; page: number }> | null
  /** Mean of the last pages; null before the first. */
  secondsPerPage: number | null
  /** Languages whose data is there. */
  available: readonly OcrLanguage[]
  /** What is tried where neither document nor folder says otherwise: codes of `available`, one to three. Empty: by the language around it. */
  languages: readonly string[]
}>

/** `code` is Tesseract's (`fas`), `tag` BCP 47 (`fa`). */
export type OcrLanguage = Readonly<{ code: string; tag: string }>

/** For whom OCR languages are chosen. */
export type OcrTarget =
  | Readonly<{ kind: 'archive' }>
  | Readonly<{ kind: 'folder'; id: FolderId }>
  | Readonly<{ kind: 'documents'; ids: readonly DocumentId[] }>
