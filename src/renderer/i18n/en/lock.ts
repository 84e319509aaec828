/** The passphrase of an archive: unlocking, setting, strength; and hiding the window. */
export const lock = {
  // Locked
  lockedDetail: 'This archive is locked. Its passphrase opens it.',
  passphrase: 'Passphrase',
  show: 'Show the passphrase',
  hide: 'Hide the passphrase',
  unlock: 'Unlock',
  unlocking: 'Unlocking…',
  unlockingDetail: 'Working out the key takes about half a second on purpose: it makes guessing slow.',
  trying: 'One moment…',
  forgottenTitle: 'Forgotten the passphrase?',
  'forgotten-none': 'Without it nobody can open this archive: there is no second key, and nobody to ask.',
  'forgotten-keys':
    'Show what you type. Try the keyboard you used then, with and without capitals and spaces. Persian and Arabic forms of the same sign make no difference.',
  'forgotten-copy':
    'A copy of the archive made before the passphrase was set or changed opens as it did then. The folders that you imported from were never encrypted.',
  'forgotten-tries': 'You can try as often as you like; nothing is deleted.',
  leaveDetail: 'Before a border or a search, quit Sanad and switch the computer off. Only then is nothing left in its memory.',
  quit: 'Quit Sanad',
  keyDamagedTitle: 'The key file is damaged',
  otherTitle: 'Not the archive as it was last open here',
  otherDetail:
    'Its key file is another. That is so after its passphrase was changed on another computer or by the command line, or after a copy was put back. If neither you nor somebody you trust did that, somebody may have put another archive in its place: what you then read and add may be theirs. What you type here is written down nowhere.',
  elsewhere: 'Other archives',
  // An archive that has lost its passphrase
  unprotectedLead: 'This archive had a passphrase when it was last open on this computer. Now it has none.',
  unprotectedDetail:
    'If neither you nor somebody you trust removed it, somebody may have put another archive in its place, and whoever has this disk can read what you add to it. Nothing of it was opened.',
  unprotectedWhatToDo:
    'If you are not sure, do not open it: ask those who had the computer or the disk, and look for a copy of your own that still asks for the passphrase.',
  unprotectedLeave: 'Do not open it',
  unprotectedOnce: 'Open it this once',
  unprotectedOurs: 'We removed the passphrase: open it and do not ask again',
  openRecent: 'Open “{{name}}”',
  capsLock: 'Caps Lock is on.',
  'script-arabic': 'The keyboard writes in Arabic or Persian letters.',
  'script-cyrillic': 'The keyboard writes in Cyrillic letters.',
  'script-hebrew': 'The keyboard writes in Hebrew letters.',
  'script-greek': 'The keyboard writes in Greek letters.',
  // Locking and hiding
  lockNow: 'Lock this archive',
  hideNow: 'Hide everything',
  lockShort: 'Lock',
  hideShort: 'Hide',
  coverTitle: 'Hidden',
  coverDetail:
    'This is a curtain, not a lock: the archive has no passphrase, so anybody at this computer can draw it aside. A passphrase can be set in Settings.',
  coverWhileWorking:
    'Work on the archive’s passphrase goes on behind this. The archive is locked once that is done, if it has one then.',
  coverHint: 'Click, or press Enter, to show the window again.',
  // Choosing a passphrase
  setTitle: 'Protect this archive with a passphrase',
  setDetail:
    'Everything in the archive is encrypted: originals, texts, the index, tags, notes and what you searched for. From then on Sanad asks for the passphrase each time it opens the archive.',
  setConfirm: 'Encrypt this archive',
  setDone: 'The archive is encrypted. It opens with your passphrase only.',
  newPassphrase: 'New passphrase',
  currentPassphrase: 'Present passphrase',
  again: 'The same once more',
  differs: 'The two are not the same.',
  chooseDetail: 'Several words are better than one word with signs. Any language and script will do.',
  draw: 'Suggest one',
  drawAnother: 'Suggest another',
  drawnDetail: 'Drawn by chance. Write it down or learn it before you go on; then type it below.',
  noRecovery:
    'I understand: without this passphrase nobody can open the archive again. There is no way to recover it, no second key, and nobody to ask.',
  notCoveredTitle: 'What encryption does not cover',
  'notCovered-sizes': 'How many files the archive has, how large they are and when they were added can still be seen.',
  'notCovered-system':
    'While the archive is open, what you read is in the computer’s memory, and the system may write memory to its own disk (swap, hibernation). Encrypt the whole disk as well.',
  'notCovered-before':
    'What lay on the disk before it was encrypted is deleted, but solid-state disks and backups may keep old copies. To be safe from the start, set the passphrase before the first import.',
  'notCovered-exports':
    'Files that you export or copy out of Sanad are not encrypted, nor are the folders that you imported from.',
  'notCovered-open':
    'Whoever can use this computer while the archive is open can read it: lock it (Ctrl+L) when you leave. Before a border or a search, quit Sanad and switch the computer off.',
  changeTitle: 'Change the passphrase',
  changeDetail:
    'Only the passphrase changes; the documents need not be encrypted anew. A copy of the archive made earlier still opens with the earlier passphrase.',
  changeConfirm: 'Change the passphrase',
  changeDone: 'The passphrase was changed.',
  removeTitle: 'Remove the passphrase',
  removeDetail: 'Everything in the archive is decrypted. After that, whoever has this disk can read it.',
  removeConfirm: 'Decrypt this archive',
  removeDone: 'The archive has no passphrase any more.',
  // Strength
  strengthWaiting: 'Looking at how hard it is to guess…',
  'strength-weak': 'Weak.',
  'strength-fair': 'Fair.',
  'strength-good': 'Good.',
  'strength-strong': 'Strong.',
  strengthTime: 'Somebody who has the disk and a hundred fast graphics cards would need {{time}}.',
  strengthEstimate: 'This is an estimate. It can be far too high for a phrase that stands in a book, a song or a poem.',
  strengthForeign:
    'This is an estimate, as if each word were one of five thousand common ones. For a verse, a prayer, a slogan or a name it is far too high: use several words that do not belong together.',
  strengthDrawn: 'Seven words, each drawn by chance from 256: this is a count, not an estimate.',
  'time-moment': 'less than a minute',
  'time-minutes_one': '{{count, number}} minute',
  'time-minutes_other': '{{count, number}} minutes',
  'time-hours_one': '{{count, number}} hour',
  'time-hours_other': '{{count, number}} hours',
  'time-days_one': '{{count, number}} day',
  'time-days_other': '{{count, number}} days',
  'time-months_one': '{{count, number}} month',
  'time-months_other': '{{count, number}} months',
  'time-years_one': '{{count, number}} year',
  'time-years_other': '{{count, number}} years',
  'time-beyond': 'longer than a million years',
  // Work
  'working-set': 'Encrypting this archive',
  'working-change': 'Changing the passphrase',
  'working-remove': 'Decrypting this archive',
  'workingDetail-set':
    'Each original is encrypted, then the database. Nothing is lost if this is cut short: it goes on the next time. You can leave Sanad in the background meanwhile.',
  'workingDetail-change': 'This takes a moment.',
  'workingDetail-remove':
    'Each original is decrypted, then the database. Nothing is lost if this is cut short: it goes on the next time. You can leave Sanad in the background meanwhile.',
  'unfinished-sealing': 'Not all encrypted',
  'unfinishedTitle-sealing': 'A part of this archive is not encrypted yet',
  'unfinishedWhy-sealing':
    'When the passphrase was set, the disk was full, or an original could not be read. Until that part is encrypted, whoever has this disk can read it.',
  'unfinishedWhatToDo-sealing':
    'Free some space on the disk. Then lock the archive (Ctrl+L) and unlock it: encrypting goes on by itself. If this stays, verify the archive in Settings: it names originals that can not be read.',
  'unfinished-opening': 'Not all decrypted',
  'unfinishedTitle-opening': 'The passphrase is not removed yet',
  'unfinishedWhy-opening':
    'When it was to be removed, the disk was full. Nothing is lost; a part of the archive is decrypted already, and whoever has this disk can read that part.',
  'unfinishedWhatToDo-opening':
    'Free some space on the disk. Then lock the archive (Ctrl+L) and unlock it: decrypting goes on by itself.',
  workingShare: '{{share}} done',
  // First run and settings
  offer: 'Protect this archive with a passphrase…',
  offerDetail: 'Best done now: what is never written unencrypted leaves nothing behind.',
  settings: 'Locking',
  hasPassphrase: 'This archive is encrypted.',
  hasNone: 'This archive has no passphrase: whoever has the disk can read it.',
  readOnly: 'It lies where nothing can be written, so that its passphrase can not be set, changed or removed here.',
  set: 'Set a passphrase…',
  change: 'Change…',
  remove: 'Remove…',
  autoLock: 'Lock when nobody has touched the computer for',
  autoLockNever: 'Never',
  autoLockMinutes_one: '{{count, number}} minute',
  autoLockMinutes_other: '{{count, number}} minutes',
  autoLockDetail:
    'Archives with a passphrase are also locked when the screen is locked, when the computer goes to sleep, and when Sanad ends. Before a border or a search, quit Sanad and switch the computer off.',
  rememberRecents: 'Remember which archives were opened',
  rememberRecentsDetail:
    'Their places are kept in Sanad’s own folder, unencrypted, and whether they had a passphrase. Without that, Sanad opens “My archive” in your documents folder if it is there, and nothing otherwise; and it can not warn you when an archive that had a passphrase was exchanged for one that has none.',
  recentsHeld_one: '{{count, number}} archive is remembered.',
  recentsHeld_other: '{{count, number}} archives are remembered.',
  clearRecents: 'Forget them'
} as const
