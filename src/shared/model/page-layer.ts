/** What lies over the picture of a page, so that its words can be selected and hits be marked. */

/** In points (1/72 inch) for paper, in pixels for pictures: only the proportion matters. After rotation. */
export type PageSize = Readonly<{ width: number; height: number }>

/** An entry of a document's own contents list. `page` is 1-based; null when it leads nowhere. */
export type OutlineItem = Readonly<{ title: string; page: number | null; level: number }>

export type PagesInfo = Readonly<{ pages: readonly PageSize[]; outline: readonly OutlineItem[] }>

/**
 * A word on a page. `start` and `end` count UTF-16 code units of the document's reader text; the box is in fractions (0 to 1) of the
 * page's width and height, from the left and the top.
 */
export type PageWord = Readonly<{ start: number; end: number; text: string; x: number; y: number; width: number; height: number }>

export type PageLayer = Readonly<{
  page: number
  words: readonly PageWord[]
  /** Where the words come from; null when the page has none. */
  source: 'text' | 'ocr' | null
  /** Mean confidence of OCR, 0 to 100; null for text. */
  confidence: number | null
}>
