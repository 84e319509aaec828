import type { ErrorCode } from '#shared/errors'

/** What happened, that nothing was lost, and what to do. One sentence or two for each error code. */
export const error = {
  title: 'That did not work',
  'bad-request': 'Sanad asked itself for something it does not understand. Nothing was changed. Please report this.',
  'not-found': 'This is no longer in the archive. It may have been removed in another step.',
  'no-archive-open': 'No archive is open. Open one, or create a new one.',
  'archive-not-found':
    'The archive’s folder is not there. If it is on another disk, connect that disk and try again. Nothing was changed.',
  'archive-not-an-archive':
    'This folder is not a Sanad archive. Choose a folder whose name ends in “.sanad”. Nothing was changed.',
  'archive-from-newer-version':
    'This archive was made by a newer version of Sanad. It was left as it is. Install the newer version to open it.',
  'archive-in-use': 'Another Sanad has this archive open. Close it there first, then try again. Nothing was changed.',
  'archive-damaged':
    'The archive’s database can not be read. The original files are kept beside it, untouched. Make a copy of the whole folder before trying anything else.',
  'archive-leads-elsewhere':
    'In this archive’s folder is a link to another place, or something else that Sanad never puts there. It was not followed, and nothing was changed. Move it out of the folder, or put the folder back from a backup, then try again.',
  'archive-locked': 'This archive is locked. Unlock it with its passphrase; nothing in it was changed.',
  'wrong-passphrase':
    'This passphrase does not open the archive. Nothing was changed; look at the keyboard layout and Caps Lock, and try again.',
  'key-damaged':
    'The file that holds this archive’s locked key is damaged, so that no passphrase can open it. Put “archive.key” back from a backup; the documents themselves were not touched.',
  'passphrase-unfinished':
    'The work on the passphrase is not finished: the disk is full, or an original can not be read. Nothing is lost, and the passphrase opens the archive. Free some space, then unlock the archive: it goes on by itself. Until then a part of it is not encrypted.',
  'archive-moved':
    'The archive’s folder is not where it was when it was opened: it was moved, deleted, or its disk is gone. Nothing more is written. Put it back, or open it at its new place.',
  'archive-read-only':
    'This archive lies where nothing can be written, so that it can be read but not changed. Nothing was lost; copy the archive to another disk to change it.',
  'archive-exists': 'There is already an archive at this place. Open it, or choose another name. Nothing was overwritten.',
  'archive-folder-not-empty':
    'This folder already has other files in it. Choose an empty place or another name. Nothing was changed.',
  'disk-full': 'The disk is full. Everything imported so far is kept. Free some space, then go on.',
  'disk-error':
    'The disk could not be read or written. Everything saved so far is kept. Check that it is connected, then try again.',
  'permission-denied': 'Sanad is not allowed to use this place. Choose another, or change the folder’s permissions.',
  'import-running': 'An import is already running. Wait until it ends, or cancel it first. What is imported stays.',
  'import-not-running': 'There is no import running just now.',
  'choice-expired': 'That choice of files is no longer valid. Choose them again. Nothing was imported.',
  'tag-exists': 'There is already a tag with this name. Use “Merge into…” to join the two.',
  'name-taken': 'There is one with this name already. Choose another name.',
  'bad-charset': 'Sanad does not know this character set. The document was left as it is.',
  'bad-date': 'Please write the date as 2020, 2020-12 or 2020-12-09. Nothing was changed.',
  'wrong-password': 'That password does not open this document. Nothing was changed; try another.',
  'reread-running': 'Documents are being read again just now. Wait until that ends, or stop it first.',
  'bad-spelling':
    'That is no spelling that can be searched: it needs a letter or a digit, and at most 24 words. Nothing was changed.',
  'too-many-spellings': 'A name card holds at most 200 spellings. Nothing was changed.',
  'bad-split': 'Choose some of the spellings, and leave at least one on the card. Nothing was changed.',
  'name-changed': 'The card has been changed since, so that this can not be undone any more. Nothing was lost.',
  'view-not-available': 'This document can not be shown in this way. Its original is kept.',
  'list-not-readable':
    'This file can not be read as a list. Choose plain text (TXT), a table (CSV) or a workbook (XLSX). Nothing was changed.',
  'list-empty': 'There is no line in this list to look for. Nothing was changed.',
  'copy-not-whole':
    'The copy that was written is not what it should be, so do not rely on it. The original in the archive is untouched. Try another disk or folder.',
  'rollcall-running': 'A roll-call is already running. Wait until it ends, or cancel it first.',
  superseded: 'This was asked for again meanwhile; the newer answer is on its way.',
  internal:
    'Something went wrong inside Sanad. Your documents are safe. If it happens again, restart Sanad and report what you did.'
} as const satisfies Record<ErrorCode | 'title', string>
