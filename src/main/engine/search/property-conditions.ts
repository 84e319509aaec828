/**
 * What documents are searched by that is no word: `has:` and `is:`. Conditions on `document d`.
 */

const isPicture = (column: string): string => `${column} LIKE 'image/%'`

/** What a document has, by the value of `has:`. */
export const HAS: ReadonlyMap<string, string> = new Map([
  // The terms of each column of the index are counted in `sz`, the notes last: its last byte is 0 only when there are none.
  ['note', "(SELECT substr(z.sz, -1) FROM fts_docsize z WHERE z.id = d.id) <> x'00'"],
  ['attachment', "d.id IN (SELECT container_id FROM embedding WHERE relation = 'attachment')"],
  // Itself one, holds one, was saved with some, or is made of pages that are pictures.
  [
    'image',
    `(${isPicture('d.media_type')} OR d.id IN (
       SELECT e.container_id FROM embedding e JOIN document m ON m.id = e.document_id WHERE ${isPicture('m.media_type')}
       UNION ALL SELECT document_id FROM ocr_page))`
  ],
  ['ocr', "d.id IN (SELECT document_id FROM ocr_page WHERE state = 'done')"],
  ['tag', 'd.id IN (SELECT document_id FROM document_tag)'],
  ['date', 'd.first_day IS NOT NULL'],
  ['text', 'd.word_count > 0']
])

/** What a document is, by the value of `is:`. */
export const IS: ReadonlyMap<string, string> = new Map([
  ['unread', 'd.is_read = 0'],
  ['read', 'd.is_read = 1'],
  ['starred', 'd.is_starred = 1'],
  // Seen in more than one place: each of them holds the same bytes.
  ['copy', 'd.id IN (SELECT document_id FROM sighting GROUP BY document_id HAVING count(*) > 1)'],
  ['locked', "d.status = 'locked'"],
  ['scan', 'd.id IN (SELECT document_id FROM ocr_page)']
])
