import { checkDocuments } from '#engine/integrity/check-documents'
import { findExtra } from '#engine/integrity/check-folder'
import { checkImports } from '#engine/integrity/check-imports'
import { checkIndex } from '#engine/integrity/check-index'
import { checkLogOfArchive } from '#engine/integrity/check-log'
import { checkOriginals, type OriginalsChecked } from '#engine/integrity/check-originals'
import { checkReferences, checkStructure } from '#engine/integrity/check-structure'
import { damageSentence } from '#engine/integrity/damage-sentence'
import { VerifyProgressKeeper } from '#engine/integrity/progress'
import type { Work } from '#engine/integrity/work'
import type { Originals } from '#engine/originals/originals'
import type { ReadDb } from '#engine/store/connection'
import { sumOriginals } from '#engine/store/original-rows'
import { value } from '#engine/store/statement'
import type { CustodyHead } from '#shared/model/custody'
import type { VerificationOutcome, VerifyProgress } from '#shared/model/integrity'

export type VerifyOptions = Readonly<{
  directory: string
  originals: Originals
  /** A connection that nobody else uses: it is kept in one transaction for a while. */
  db: ReadDb
  /** Every index entry, every text unpacked, and the index held against the texts: some ten times as long as the originals take. */
  isThorough: boolean
  /** Points of the custody log that were noted outside the archive. */
  noted?: readonly CustodyHead[]
  /** Reads the originals elsewhere, while this thread looks at the database. Left out: they are read here, before it. */
  readBeside?: (work: Work) => Promise<OriginalsChecked>
  work: Work
  onProgress: (progress: VerifyProgress) => void
}>

/** The same of an archive that an earlier version wrote and none opened since: what that version did not keep is not looked for. */
export async function verifyOlder(options: VerifyOptions): Promise<VerificationOutcome> {
  const { directory, originals: files, db, isThorough, noted, work, onProgress } = options
  // There is no log yet: what was noted of one is not there.
  const log = noted === undefined ? 'ok' : 'There is no log that what was noted could be held against.'
  const startedAt = Date.now()
  const progress = new VerifyProgressKeeper(work, sumOriginals(db), onProgress)
  const { findings: originals, ...counts } = await checkOriginals(db, files, work, progress.originals)
  const extra = await findExtra(db, directory, files, work)
  const troubles = await checkStructure(db, isThorough, work, progress.part).catch((error: unknown) => [damageSentence(error)])
  const database = troubles.length === 0 ? 'ok' : `${troubles.join('; ')}.`
  const state = work.isEnded ? 'cancelled' : 'finished'
  return { state, isThorough, startedAt, endedAt: Date.now(), ...counts, originals, extra, database, log }
}

type Found = Pick<VerificationOutcome, 'checked' | 'ok' | 'originals' | 'extra' | 'database' | 'log'>

/**
 * Verifies an archive: the bytes of every original, what else lies in its folder, the database, the custody log. Nothing is written.
 * Never rejects for what is wrong with the archive: that is the outcome. Memory is bounded but for what is found.
 */
export async function verifyArchive(options: VerifyOptions): Promise<VerificationOutcome> {
  const { isThorough, work } = options
  const startedAt = Date.now()
  const found = await findAll(options)
  const state = work.isEnded ? 'cancelled' : 'finished'
  return { state, isThorough, startedAt, endedAt: Date.now(), ...found }
}

/** Each part is looked at, also when another could not be: what is left of a damaged archive is what somebody needs to know then. */
async function findAll({
  directory,
  originals,
  db,
  isThorough,
  noted,
  readBeside,
  work,
  onProgress
}: VerifyOptions): Promise<Found> {
  const unreadable = new Set<string>()
  const attempt = async <T>(look: () => T | Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await look()
    } catch (error) {
      unreadable.add(damageSentence(error))
      return otherwise
    }
  }
  const total = await attempt(() => sumOriginals(db), { originals: 0, bytes: 0 })
  const progress = new VerifyProgressKeeper(work, total, onProgress)
  const begun = readBeside?.(work) ?? checkOriginals(db, originals, work, progress.originals)
  // What it rejects with is met where it is waited for.
  begun.catch(() => undefined)
  const reading = (): Promise<OriginalsChecked> => attempt(() => begun, { checked: 0, ok: 0, findings: [] })
  const before = readBeside ? undefined : await reading()
  let problems = before?.findings.length ?? 0
  progress.enter('folder', problems)
  const extra = await attempt(() => findExtra(db, directory, originals, work), [])
  problems += extra.length
  const verdict = await attempt(() => databaseVerdict(db, isThorough, work, progress, problems), 'ok')
  progress.enter('log', problems + (verdict === 'ok' ? 0 : 1))
  const log = await attempt(() => (work.isEnded ? 'ok' : checkLogOfArchive(db, directory, work, noted)), 'It could not be read.')
  const { findings, ...counts } = before ?? (await reading())
  const database = unreadable.size === 0 ? verdict : [...(verdict === 'ok' ? [] : [verdict]), ...unreadable].join(' ')
  return { ...counts, originals: findings, extra, database, log }
}

async function databaseVerdict(
  db: ReadDb,
  isThorough: boolean,
  work: Work,
  progress: VerifyProgressKeeper,
  problems: number
): Promise<string> {
  const documents = value<number>(db, 'SELECT count(*) FROM document') ?? 0
  const share = (done: number): void => progress.part(documents === 0 ? 1 : done / documents)
  progress.enter('database', problems)
  const troubles = [...(await checkStructure(db, isThorough, work, progress.part)), ...(await checkReferences(db, work))]
  progress.enter('texts', problems + troubles.length)
  troubles.push(...checkImports(db), ...(await checkDocuments(db, isThorough, work, share)))
  if (isThorough && troubles.length === 0) {
    progress.enter('index', problems)
    troubles.push(...(await atOneMoment(db, () => checkIndex(db, work, share))))
  }
  return troubles.length === 0 ? 'ok' : `${troubles.join('; ')}.`
}

/** Reads everything as it was when the first row was read, whatever is written meanwhile. */
async function atOneMoment<T>(db: ReadDb, read: () => Promise<T>): Promise<T> {
  if (db.inTransaction) return read()
  db.exec('BEGIN')
  try {
    return await read()
  } finally {
    db.exec('COMMIT')
  }
}
