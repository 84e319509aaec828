/** Fields whose values are words of the query language, in the order they are offered. */
export const WORDS_OF_FIELDS = {
  is: ['unread', 'read', 'starred', 'copy', 'locked', 'scan'],
  has: ['note', 'attachment', 'image', 'ocr', 'tag', 'date', 'text']
} as const

/** Fields that are offered by their beginning. */
export const OFFERED_FIELDS: readonly string[] = [
  'tag',
  'lang',
  'type',
  'folder',
  'author',
  'publisher',
  'title',
  'name',
  'path',
  'from',
  'to',
  'file',
  'is',
  'has',
  'date',
  'before',
  'after',
  'size',
  'pages'
]
