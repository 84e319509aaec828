import type { ReadDb, WriteDb } from '#engine/store/connection'
import { row, rows, run } from '#engine/store/statement'
import type { ExtraFinding, OriginalFinding, Verification, VerificationOutcome } from '#shared/model/integrity'

/** Of each kind of finding that is kept; all of them are counted. */
const KEPT = 1000

/** How many verifications are kept. */
const KEPT_VERIFICATIONS = 50

type Findings = Readonly<{ originals: readonly OriginalFinding[]; extra: readonly ExtraFinding[] }>

const SELECT = `SELECT id, state, is_thorough AS isThorough, started_at AS startedAt, ended_at AS endedAt, checked, ok, changed, missing,
  extra, "database", log FROM verification`

type Stored = Omit<Verification, 'isThorough'> & Readonly<{ isThorough: number }>

const asVerification = (stored: Stored): Verification => ({ ...stored, isThorough: stored.isThorough === 1 })

/** As many findings of an outcome as are kept. */
export const firstFindings = ({ originals, extra }: Findings): Findings => ({
  originals: originals.slice(0, KEPT),
  extra: extra.slice(0, KEPT)
})

/** Records what a verification found; older ones than the newest fifty go. */
export function insertVerification(db: WriteDb, outcome: VerificationOutcome): Verification {
  const missing = outcome.originals.filter(({ trouble }) => trouble === 'missing').length
  const { id } = run(
    db,
    `INSERT INTO verification (state, is_thorough, started_at, ended_at, checked, ok, changed, missing, extra, findings, "database", log)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      outcome.state,
      outcome.isThorough ? 1 : 0,
      outcome.startedAt,
      outcome.endedAt,
      outcome.checked,
      outcome.ok,
      outcome.originals.length - missing,
      missing,
      outcome.extra.length,
      JSON.stringify(firstFindings(outcome)),
      outcome.database,
      outcome.log
    ]
  )
  run(db, 'DELETE FROM verification WHERE id <= ?', [id - KEPT_VERIFICATIONS])
  const stored = row<Stored>(db, `${SELECT} WHERE id = ?`, [id])
  if (!stored) throw new Error('a verification vanished inside a transaction')
  return asVerification(stored)
}

/** The newest one that ran to its end. */
export function findLastVerification(db: ReadDb): Verification | undefined {
  const stored = row<Stored>(db, `${SELECT} WHERE state = 'finished' ORDER BY id DESC LIMIT 1`)
  return stored && asVerification(stored)
}

export function findFindings(db: ReadDb, id: number): Findings {
  const stored = row<{ findings: string }>(db, 'SELECT findings FROM verification WHERE id = ?', [id])
  return stored ? (JSON.parse(stored.findings) as Findings) : { originals: [], extra: [] }
}

export type OriginalUse = Readonly<{ id: number; title: string; path: string | null }>

/** Documents that were read from an original, or have it as a part, at most five. */
export function listUsesOfOriginal(db: ReadDb, sha256: string): OriginalUse[] {
  return rows<OriginalUse>(
    db,
    `SELECT d.id, d.title, (SELECT path FROM sighting WHERE document_id = d.id ORDER BY id LIMIT 1) AS path FROM document d
     WHERE d.original_id = (SELECT id FROM original WHERE sha256 = ?)
        OR d.id IN (SELECT document_id FROM page_part WHERE original_id = (SELECT id FROM original WHERE sha256 = ?)) LIMIT 5`,
    [Buffer.from(sha256, 'hex'), Buffer.from(sha256, 'hex')]
  )
}
