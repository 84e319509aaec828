/** Verifying an archive, its snapshots, and mending what is damaged. */
import type { ErrorCode } from '#shared/errors'

/** What is wrong with an original: other bytes than it was imported with, no file, a file that can not be read, or a link or folder in its place. */
export type OriginalTrouble = 'changed' | 'missing' | 'unreadable' | 'not-a-file'

export type OriginalFinding = Readonly<{ sha256: string; trouble: OriginalTrouble }>

/** Something in the archive's folder that is not the archive's. `path` is relative to the folder. */
export type ExtraFinding = Readonly<{ path: string; what: 'file' | 'folder' | 'link' | 'other' }>

export const VERIFY_STAGES = ['originals', 'folder', 'database', 'texts', 'index', 'log'] as const
export type VerifyStage = (typeof VERIFY_STAGES)[number]

export type VerifyProgress = Readonly<{
  /** `waiting`: until an import or a reading again has ended. */
  state: 'running' | 'paused' | 'waiting'
  stage: VerifyStage
  /** Originals, in the first stage. */
  checked: number
  total: number
  bytes: number
  totalBytes: number
  /** Of the whole stage; null before it can be told. */
  secondsLeft: number | null
  /** Of the stage, 0 to 1; null where it can not be told. */
  done: number | null
  problems: number
}>

/** A verification that was recorded. `database` and `log` are `ok` or a sentence. */
export type Verification = Readonly<{
  id: number
  state: 'finished' | 'cancelled' | 'failed'
  isThorough: boolean
  startedAt: number
  endedAt: number
  checked: number
  ok: number
  changed: number
  missing: number
  extra: number
  database: string
  log: string
}>

/** Whether a verification found nothing wrong. Files that are not the archive's do it no harm. */
export const isWell = ({ changed, missing, database, log }: Verification): boolean =>
  changed === 0 && missing === 0 && database === 'ok' && log === 'ok'

/** One that just ended, with everything it found. */
export type VerificationOutcome = Omit<Verification, 'id' | 'changed' | 'missing' | 'extra'> &
  Readonly<{ originals: readonly OriginalFinding[]; extra: readonly ExtraFinding[] }>

/**
 * An original with trouble, and the documents that were read from it or have it as a part. `file` is where the archive keeps it, from the
 * archive's folder on with forward slashes: in an encrypted one, the SHA-256 does not tell.
 */
export type ReportedOriginal = OriginalFinding &
  Readonly<{ file: string; documents: readonly Readonly<{ id: number; title: string; path: string | null }>[] }>

/** The first thousand of each kind of finding. */
export type VerificationReport = Verification &
  Readonly<{ originals: readonly ReportedOriginal[]; extraFiles: readonly ExtraFinding[] }>

export const VERIFY_SCHEDULES = ['off', 'weekly', 'monthly'] as const
export type VerifySchedule = (typeof VERIFY_SCHEDULES)[number]

/** A copy of the database as it was on one day. `day` is YYYY-MM-DD. */
export type Snapshot = Readonly<{ day: string; takenAt: number; bytes: number }>

/** Why a snapshot could not be taken. */
export const SNAPSHOT_TROUBLES = [
  'disk-full',
  'archive-read-only',
  'permission-denied',
  'archive-damaged',
  'disk-error',
  'internal'
] as const satisfies readonly ErrorCode[]
export type SnapshotTrouble = (typeof SNAPSHOT_TROUBLES)[number]

/** The last attempt at a snapshot, where it failed. `lacking`: of a full disk, how many bytes more it would take; null where that is not known. */
export type SnapshotFailure = Readonly<{ at: number; trouble: SnapshotTrouble; lacking: number | null }>

export type IntegrityState = Readonly<{
  running: VerifyProgress | null
  last: Verification | null
  schedule: VerifySchedule
  /** Newest first. */
  snapshots: readonly Snapshot[]
  /** Null once one was taken. */
  snapshotFailure: SnapshotFailure | null
}>

/** How a damaged archive can be mended. */
export const REPAIR_WAYS = ['index', 'snapshot', 'rebuild'] as const
export type RepairWay = (typeof REPAIR_WAYS)[number]

/** What is wrong with an archive that does not open, and what can be done. */
export type Damage = Readonly<{
  name: string
  /** A sentence. */
  what: string
  /** What SQLite said, in its own words; null when it said nothing more. */
  details: string | null
  /** True when all rows but those of the index could be read: the index can be made again and nothing is lost. */
  isIndexOnly: boolean
  snapshots: readonly Snapshot[]
  /** Where a rebuild takes what people did from: the damaged database itself, the manifest of a time, a snapshot, or nothing. */
  rebuildFrom: RebuildSource
  originals: number
}>

export type RebuildSource = Readonly<{ from: 'database' | 'manifest' | 'snapshot'; at: number } | { from: 'nothing' }>

/** What came of a repair. */
export type Repaired = Readonly<{
  documents: number
  /** Originals that the mended database knew nothing of, and that became documents again. */
  adopted: number
  /** Where a rebuild took what people did from; null for a snapshot. */
  from: RebuildSource | null
}>

export type RepairProgress = Readonly<{ stage: 'copying' | 'index' | 'reading' | 'checking'; done: number; total: number }>
