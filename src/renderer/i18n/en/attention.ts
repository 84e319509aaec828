import type { ProblemCode } from '#shared/model/document'

/** Needs attention: every file that is not simply searchable. `title-<code>` heads a group; the sentence is `problem.<code>`. */
export const attention = {
  title: 'Needs attention',
  detail_one: '{{count, number}} file is kept or noted, but can not be read as text. Nothing is hidden from you.',
  detail_other: '{{count, number}} files are kept or noted, but can not be read as text. Nothing is hidden from you.',
  emptyTitle: 'Nothing needs attention',
  emptyDetail: 'Every file in this archive is searchable.',
  more_one: '{{count, number}} more file',
  more_other: '{{count, number}} more files',
  'title-not-readable-yet': 'Not readable yet',
  'title-no-text': 'Without text',
  'title-empty-file': 'Empty',
  'title-too-large': 'Too large',
  'title-too-complex': 'Shown as plain text',
  'title-damaged': 'Damaged',
  'title-timed-out': 'Took too long',
  'title-out-of-memory': 'Needed too much memory',
  'title-reader-crashed': 'Could not be read',
  'title-permission-denied': 'Not allowed to open',
  'title-vanished': 'Gone before it was read',
  'title-changed-while-reading': 'Changed while it was read',
  'title-not-a-regular-file': 'Not an ordinary file',
  'title-link-not-followed': 'Links',
  'title-io-error': 'Disk trouble'
} as const satisfies Record<`title-${ProblemCode}`, string> & Record<string, string>
