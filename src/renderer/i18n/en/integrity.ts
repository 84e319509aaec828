import type {
  ExtraFinding,
  OriginalTrouble,
  RepairProgress,
  RepairWay,
  SnapshotTrouble,
  VerifyStage
} from '#shared/model/integrity'

/** Verifying the archive, its snapshots, and mending what is damaged. */
export const integrity = {
  title: 'Integrity',
  detail:
    'A verification reads every original again and holds it against its SHA-256, and checks the database, the index and the custody log. Nothing is changed.',
  never: 'This archive was never verified.',
  lastGood: 'Verified on {{when}}: all {{originals}} are as they were imported, and the database is in order.',
  lastBad: 'Verified on {{when}}: something is wrong.',
  readOnly:
    'The archive lies where nothing can be written. What a verification finds here is shown until the archive is closed, and is not kept. Snapshots can not be taken or put back, and the schedule can not be changed.',
  verifyNow: 'Verify now',
  showReport: 'Show the report…',
  schedule: 'Verify by itself',
  'schedule-off': 'Never',
  'schedule-weekly': 'Every week',
  'schedule-monthly': 'Every month',
  snapshots: 'Snapshots of the database',
  snapshotsDetail:
    'Once a day Sanad keeps a copy of the database, in the archive’s folder; the newest three stay. What was searched for is left out. Names and tags that were deleted stay in older snapshots for up to three days of use.',
  snapshotsNone: 'There is none yet. The first is taken some minutes after the archive was opened.',
  snapshotsNoneReadOnly: 'There is none.',
  snapshotFailed: 'Snapshot failed',
  snapshotFailedTitle: 'No snapshot could be taken',
  snapshotFailedOn: 'On {{when}} no snapshot could be taken.',
  'snapshotTrouble-disk-full': 'The disk with the archive has no room for another copy of the database. Free some space on it.',
  'snapshotTrouble-archive-read-only':
    'The disk with the archive can no longer be written. Make it writable, or copy the archive to another disk.',
  'snapshotTrouble-permission-denied':
    'Sanad may not write in the folder “snapshots” of the archive. Change the permissions of that folder.',
  'snapshotTrouble-archive-damaged': 'What was copied is damaged, and was not kept. Verify the archive now, in Settings.',
  'snapshotTrouble-disk-error':
    'The disk reported an error. Check that it is connected, and copy the archive to another disk if this happens again.',
  'snapshotTrouble-internal': 'Something went wrong inside Sanad. Please report it if it happens again.',
  snapshotLacking: 'It lacks about {{size}}.',
  snapshotsOlder: 'Nothing is lost, and older snapshots stay: the newest is of {{day}}.',
  snapshotsNoOlder: 'Nothing is lost, but there is no older snapshot that one could go back to.',
  snapshotTriedAgain: 'Sanad tries again every half hour while the archive is open. In Settings you can take one at once.',
  takeSnapshot: 'Take one now',
  snapshotTaken: 'The snapshot was taken.',
  restore: 'Restore…',
  restoreTitle: 'Go back to {{day}}?',
  restoreDetail:
    'The database of that day takes the place of the present one. Tags, corrections and all else done since are not in it. Originals stay: those that came in since become documents again, under their SHA-256 for a name.',
  restoreKept: 'The present database is kept beside it in the archive’s folder, and nothing is deleted.',
  restoreConfirm: 'Go back to that day',
  restoreCancel: 'Leave it as it is',
  restored: 'The archive is as it was on {{day}}.',
  running: 'Verifying',
  pause: 'Pause',
  resume: 'Go on',
  cancel: 'Stop verifying',
  progress: '{{stage}} · {{done}}',
  paused: 'Verifying is paused',
  waiting: 'Verifying waits for the import',
  'stage-originals': 'Reading originals',
  'stage-folder': 'Looking through the folder',
  'stage-database': 'Checking the database',
  'stage-texts': 'Checking texts',
  'stage-index': 'Holding the index against the texts',
  'stage-log': 'Checking the custody log',
  originalsOf: '{{done}} of {{total}}',
  endedGood: 'Verified: everything is as it should be.',
  endedBad: 'The verification found something wrong.',
  reportTitle: 'Verification',
  reportBad: 'Something is wrong: {{found}}. The verification itself touched nothing.',
  'found-changed_one': '{{count, number}} original changed',
  'found-changed_other': '{{count, number}} originals changed',
  'found-missing_one': '{{count, number}} missing',
  'found-missing_other': '{{count, number}} missing',
  'found-unreadable_one': '{{count, number}} can not be read',
  'found-unreadable_other': '{{count, number}} can not be read',
  'found-not-a-file_one': '{{count, number}} replaced by something else',
  'found-not-a-file_other': '{{count, number}} replaced by something else',
  'found-database': 'the database is damaged',
  'found-log': 'the custody log does not hold',
  verifyAgain: 'Verify again',
  revealFolder: 'Show the archive’s folder…',
  fileInFolder: 'In the archive’s folder:',
  reportNone: 'There is no report yet.',
  reportWhen: 'Ended on {{when}}.',
  reportGood_one: '{{count, number}} original is as it was imported.',
  reportGood_other: '{{count, number}} originals are as they were imported.',
  reportDatabase: 'Database',
  reportLog: 'Custody log',
  reportOriginals: 'Originals',
  inOrder: 'in order',
  'trouble-changed': 'Changed',
  'trouble-missing': 'Missing',
  'trouble-unreadable': 'Can not be read',
  'trouble-not-a-file': 'Something else is in its place',
  'next-changed':
    'These are not the bytes that were imported. Move each file named here out of the archive’s folder (keep it: it may show what happened), and import the document again from where it came: Sanad recognises it and puts the original back.',
  'next-missing':
    'Import the document again from where it came: Sanad recognises it and puts it back. Its text, tags and corrections are still here.',
  'next-unreadable':
    'The disk or the rights of the file keep Sanad from reading it. Copy the archive to another disk before it gets worse, and verify there.',
  'next-not-a-file':
    'A link or a folder has its name. Move it out of the archive’s folder, and import the document again from where it came.',
  extraTitle_one: '{{count, number}} thing in the folder that is not the archive’s',
  extraTitle_other: '{{count, number}} things in the folder that are not the archive’s',
  extraNext_one: 'It does no harm here, and Sanad leaves it alone. Move it elsewhere, or import it.',
  extraNext_other: 'They do no harm here, and Sanad leaves them alone. Move them elsewhere, or import them.',
  'extra-file': 'file',
  'extra-folder': 'folder',
  'extra-link': 'link',
  'extra-other': 'something else',
  noDocument: 'No document was read from it.',
  more_one: 'and {{count, number}} more',
  more_other: 'and {{count, number}} more',
  databaseNext:
    'Close the archive and open it again; when Sanad finds it damaged it offers to mend it. Until then, change nothing in it. You can go back to a snapshot in Settings.',
  logNext:
    'The custody log is not as it was written. Settings, Custody log, shows where. Keep a copy of the archive as it is now.',
  mendTitle: '“{{name}}” is damaged',
  mendDetail:
    'It could not be opened. Nothing was changed. The originals do not lie in the database, but each in a file of its own.',
  mendDetails: 'What the database says about it, for whoever helps you',
  looking: 'Looking at what can be done…',
  mendKept: 'Whatever you choose, the damaged database is kept in the archive’s folder.',
  'way-index': 'Make the index anew',
  'wayDetail-index': 'Only the index is damaged. It is made again from the texts; nothing is lost.',
  'way-snapshot': 'Go back to {{day}}',
  'wayDetail-snapshot':
    'The snapshot of {{when}} takes the place of the database. What was done since is lost; originals that came in since become documents again.',
  'way-rebuild': 'Rebuild from the originals',
  'wayDetail-rebuild-database_one':
    'The original is read again. Tags, corrections and all else you did can still be read, and stay.',
  'wayDetail-rebuild-database_other':
    'All {{count, number}} originals are read again. Tags, corrections and all else you did can still be read, and stay.',
  'wayDetail-rebuild-copy_one':
    'The original is read again. Tags, corrections and all else you did are taken from the copy of {{when}}.',
  'wayDetail-rebuild-copy_other':
    'All {{count, number}} originals are read again. Tags, corrections and all else you did are taken from the copy of {{when}}.',
  'wayDetail-rebuild-nothing_one': 'The original is read again. Its name, tags and corrections can not be brought back.',
  'wayDetail-rebuild-nothing_other':
    'All {{count, number}} originals are read again. Their names, tags and corrections can not be brought back.',
  mending: 'Mending the archive',
  mendingDetail: 'Please leave Sanad open. If it ends before this is done, nothing is lost: it can be begun again.',
  'repair-copying': 'Copying what can be read',
  'repair-index': 'Making the index anew',
  'repair-reading': 'Reading originals again',
  'repair-checking': 'Checking',
  mended_one: 'The archive is open again, with {{count, number}} document.',
  mended_other: 'The archive is open again, with {{count, number}} documents.'
} as const satisfies Record<
  | `stage-${VerifyStage}`
  | `trouble-${OriginalTrouble}`
  | `next-${OriginalTrouble}`
  | `extra-${ExtraFinding['what']}`
  | `way-${RepairWay}`
  | `repair-${RepairProgress['stage']}`
  | `snapshotTrouble-${SnapshotTrouble}`,
  string
> &
  Record<string, string>
