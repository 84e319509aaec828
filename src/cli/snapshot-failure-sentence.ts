import type { SnapshotFailure, SnapshotTrouble } from '#shared/model/integrity'

const WHY: Readonly<Record<SnapshotTrouble, string>> = {
  'disk-full': 'the disk has no room for another copy of the database. Free some space on it',
  'archive-read-only': 'the disk could no longer be written. Make it writable, or copy the archive to another disk',
  'permission-denied': 'Sanad may not write in the folder “snapshots”. Change the permissions of that folder',
  'archive-damaged': 'what was copied is damaged. See “sanad verify --thorough”',
  'disk-error':
    'the disk reported an error. Look whether it is connected; copy the archive to another disk if this happens again',
  internal: 'something went wrong inside Sanad'
}

/** That the last attempt at a snapshot failed, why, and what to do, for the command line. */
export function snapshotFailureSentence({ at, trouble, lacking }: SnapshotFailure): string {
  const much = lacking === null ? '' : ` (about ${Math.ceil(lacking / (1 << 20))} MB are lacking)`
  const then = 'Sanad takes one by itself while its window has the archive open'
  return `no snapshot could be taken on ${new Date(at).toISOString()}: ${WHY[trouble]}${much}. ${then}. Older ones stay.`
}
