/** What `page` and `pageCount` count in a document. */
export type PageUnit = 'page' | 'slide' | 'sheet' | 'chapter'

/** The unit of a media type; pages where nothing else is known. */
export function pageUnitOf(mediaType: string): PageUnit {
  if (/presentation|powerpoint/.test(mediaType)) return 'slide'
  if (/spreadsheet|excel|^text\/(?:csv|tab-separated-values)/.test(mediaType)) return 'sheet'
  return mediaType === 'application/epub+zip' ? 'chapter' : 'page'
}
