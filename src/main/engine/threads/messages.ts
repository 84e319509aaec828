/**
 * What the main process and the engine's two threads say to each other.
 *
 * A thread asks for an extraction with bytes that only it and the extract process can read; the main process passes them on.
 */

import type { CleanCopy } from '#engine/export/clean-copy'
import type { CopySource } from '#engine/export/copy-source'
import type { RecordedCopy } from '#engine/export/record-copies'
import type { Repair } from '#engine/integrity/repair'
import type { ArchiveKeys } from '#engine/keys/archive-keys'
import type { Conversion } from '#engine/keys/conversion'
import type { MediaFile } from '#engine/reading/media-file'
import type { Served, ServedPage } from '#engine/reading/page'
import type { NewList } from '#engine/rollcall/roll-call-control'
import type { EventName, Events } from '#shared/contract'
import type { ErrorCode } from '#shared/errors'
import type { Trace, UncleanReason } from '#shared/model/copy'
import type { CustodySummary } from '#shared/model/custody'
import type { DocumentId, RollCallId } from '#shared/model/ids'
import type { ImportPreview, ImportProgress } from '#shared/model/importing'
import type { Damage, Repaired, SnapshotFailure, VerificationOutcome } from '#shared/model/integrity'
import type { ListChoice, ListReading, RollCall, RollCallMode } from '#shared/model/rollcall'

/** `care`: looks after the archive in the background. `repair`: mends one that is not open. */
export type Role = 'write' | 'read' | 'care' | 'repair'
export type ThreadData = Readonly<{
  role: Role
  directory: string
  create: boolean
  extractWidth: number
  /** The archive was not closed the last time it was open. */
  isUnclean: boolean
  /** Nothing can be written there: known once the writing thread has opened it. */
  isReadOnly: boolean
  /** Of an encrypted archive. */
  keys: ArchiveKeys | null
}>

/** Calls that are not commands of the contract: the main process makes them for itself. */
export type OwnCalls = {
  'engine.preview': { input: { paths: readonly string[] }; output: Omit<ImportPreview, 'choiceId'> }
  'engine.startImport': { input: { paths: readonly string[] }; output: ImportProgress }
  'engine.page': { input: { id: DocumentId; resourceBase: string }; output: ServedPage | undefined }
  'engine.part': { input: { id: DocumentId; key: string; resourceBase: string }; output: Served | undefined }
  'engine.bitmap': { input: { id: DocumentId; page: number; width: number }; output: Served | undefined }
  'engine.media': { input: { id: DocumentId }; output: MediaFile | undefined }
  'engine.sqliteVersion': { input: Record<string, never>; output: string }
  'engine.readList': { input: { file: string; choice: ListChoice; mode: RollCallMode }; output: ListReading }
  'engine.createRollCall': { input: NewList; output: RollCall }
  'engine.exportRollCall': { input: { id: RollCallId; file: string }; output: number }
  'engine.exportCustody': { input: { file: string }; output: CustodySummary }
  'engine.copySource': { input: { id: DocumentId }; output: CopySource }
  'engine.cleanCopy': { input: { id: DocumentId }; output: CleanCopy | Readonly<{ reason: UncleanReason }> }
  'engine.copyText': { input: { id: DocumentId }; output: string | null }
  'engine.copyTraces': { input: { file: string; mediaType: string }; output: readonly Trace[] }
  'engine.recordCopies': { input: { copies: readonly RecordedCopy[] }; output: null }
  'engine.recordVerification': { input: VerificationOutcome; output: null }
  'engine.recordSnapshot': { input: { day: string; signature: string }; output: null }
  'engine.recordSnapshotFailure': { input: SnapshotFailure; output: null }
  'engine.diagnose': { input: Record<string, never>; output: Damage }
  'engine.repair': { input: Repair; output: Repaired }
  'engine.finishRepair': { input: Record<string, never>; output: null }
  'engine.close': { input: Record<string, never>; output: null }
}

/** What the thread that cares for the archive has recorded. */
export type PassedCall = 'engine.recordVerification' | 'engine.recordSnapshot' | 'engine.recordSnapshotFailure'

export type Changed = Events['library.changed'] & Readonly<{ titles?: boolean }>

export type ToThread =
  | Readonly<{ kind: 'call'; id: number; name: string; input: unknown }>
  | Readonly<{ kind: 'extracted'; id: number; answer: Uint8Array }>
  | Readonly<{ kind: 'changed'; changed: Changed }>
  /** An import, or a reading again, began or ended. */
  | Readonly<{ kind: 'busy'; isBusy: boolean }>

export type ThreadError = Readonly<{ code: ErrorCode; message: string; stack: string }>

export type FromThread =
  /** Of the writing thread. `isReadOnly`: the archive lies where nothing can be written; `isEncrypted`: it is encrypted now that it is open. */
  | Readonly<{ kind: 'ready'; isReadOnly: boolean; isEncrypted: boolean; unfinishedChange: Conversion | null }>
  | Readonly<{ kind: 'not-ready'; error: ThreadError }>
  | Readonly<{ kind: 'reply'; id: number; value: unknown }>
  | Readonly<{ kind: 'refusal'; id: number; error: ThreadError }>
  | Readonly<{ kind: 'extract'; id: number; job: Uint8Array }>
  | Readonly<{ kind: 'changed'; changed: Changed }>
  /** A call that another thread makes of the writing one. */
  | { [N in PassedCall]: Readonly<{ kind: 'pass'; name: N; input: OwnCalls[N]['input'] }> }[PassedCall]
  | { [E in EventName]: Readonly<{ kind: 'event'; name: E; payload: Events[E] }> }[EventName]
