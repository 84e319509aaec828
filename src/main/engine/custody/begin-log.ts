import { createHash, randomBytes } from 'node:crypto'
import { recordCustody } from '#engine/custody/record'
import { countAsRecorded } from '#engine/custody/record-originals'
import { findFact, setFact } from '#engine/store/archive-facts'
import { transaction, type WriteDb } from '#engine/store/connection'
import { countForLog, eachOriginal, findLastEvent, findNotedHead } from '#engine/store/custody-events'
import { SCHEMA_VERSION } from '#engine/store/migrate'

/** The schema that the log's newest word about it names. */
const SCHEMA = 'custody_schema'

/**
 * To be called whenever an archive is opened for writing. Gives an archive its id, and the log its first entry: that the archive was
 * created, or, when it is older than the log, what it held when the log began. Afterwards records each change of the schema. A log whose
 * entries were all removed is not begun again. Cost: nothing for an archive with a log; else one reading of the originals' rows.
 */
export function beginLog(db: WriteDb, isNew: boolean, now = Date.now()): void {
  const schema = Number(findFact(db, SCHEMA) ?? 0)
  if (schema === SCHEMA_VERSION) return
  transaction(db, () => {
    if (findLastEvent(db) === undefined && findNotedHead(db) === undefined) recordFirst(db, isNew, now)
    else recordCustody(db, 'schema-upgraded', { from: schema, to: SCHEMA_VERSION }, now)
    setFact(db, SCHEMA, String(SCHEMA_VERSION))
  })
}

function recordFirst(db: WriteDb, isNew: boolean, now: number): void {
  const archive = findFact(db, 'archive_id') ?? randomBytes(16).toString('hex')
  setFact(db, 'archive_id', archive)
  countAsRecorded(db)
  if (isNew) {
    recordCustody(db, 'archive-created', { archive, createdAt: new Date(now).toISOString(), schema: SCHEMA_VERSION }, now)
    return
  }
  const created = Number(findFact(db, 'created_at'))
  const createdAt = Number.isSafeInteger(created) && created > 0 ? new Date(created).toISOString() : null
  const held = { ...countForLog(db), originalsDigest: digestOfOriginals(db) }
  recordCustody(db, 'log-begun', { archive, createdAt, schema: SCHEMA_VERSION, ...held }, now)
}

function digestOfOriginals(db: WriteDb): string {
  const digest = createHash('sha256')
  for (const { sha256, sizeBytes } of eachOriginal(db)) digest.update(`${sha256} ${sizeBytes}\n`)
  return digest.digest('hex')
}
