import { recordCustody } from '#engine/custody/record'
import type { WriteDb } from '#engine/store/connection'
import { type CustodyDetails, type CustodyKind, type CustodyList, MOST_LISTED } from '#shared/model/custody'

/** Kinds of entries that are about a list of documents. */
export type ListKind = { [Kind in CustodyKind]: CustodyDetails[Kind] extends CustodyList ? Kind : never }[CustodyKind]

/**
 * `recordCustody` for a change of many documents, named by their SHA-256: as many entries as it takes to hold them all, at least one.
 * Cost: about 2 µs a document.
 */
export function recordCustodyOf<Kind extends ListKind>(
  db: WriteDb,
  kind: Kind,
  details: Omit<CustodyDetails[Kind], keyof CustodyList>,
  documents: readonly Uint8Array[]
): void {
  const parts = Math.max(1, Math.ceil(documents.length / MOST_LISTED))
  for (let part = 1; part <= parts; part++) {
    const sha256 = documents.slice((part - 1) * MOST_LISTED, part * MOST_LISTED).map((one) => Buffer.from(one).toString('hex'))
    const list: CustodyList = { documents: documents.length, sha256, ...(parts > 1 ? { part, parts } : {}) }
    recordCustody(db, kind, { ...details, ...list } as CustodyDetails[Kind])
  }
}
