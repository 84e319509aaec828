import type { Troubles } from '#engine/integrity/check-structure'
import type { ReadDb } from '#engine/store/connection'
import { findImport } from '#engine/store/imports'
import { rows } from '#engine/store/statement'
import type { CustodyDetails } from '#shared/model/custody'
import type { ImportId } from '#shared/model/ids'

type Entry = Readonly<{ kind: 'import-started' | 'import-ended'; details: string }>

/** Holds the rows of imports against what the custody log says of them; imports from before the log are taken as they are. */
export function checkImports(db: ReadDb): Troubles {
  const others = new Set<number>()
  for (const { kind, details } of rows<Entry>(
    db,
    "SELECT kind, details FROM custody_event WHERE kind IN ('import-started', 'import-ended') ORDER BY seq"
  )) {
    // The newest word counts: one that was continued has ended more than once.
    if (kind === 'import-started') {
      const said = JSON.parse(details) as CustodyDetails['import-started']
      const kept = findImport(db, said.import as ImportId)
      if (kept?.name !== said.name || !isSame(kept.sources, said.sources)) others.add(said.import)
    } else {
      const said = JSON.parse(details) as CustodyDetails['import-ended']
      const kept = findImport(db, said.import as ImportId)
      if (kept === undefined || (kept.state === said.state && !isSameCounts(kept.counts, said.counts))) others.add(said.import)
    }
  }
  return others.size === 0 ? [] : [`imports ${[...others].join(', ')} are not as the custody log has them`]
}

const isSame = (one: readonly string[], other: readonly string[]): boolean => JSON.stringify(one) === JSON.stringify(other)

const isSameCounts = (one: object, other: object): boolean =>
  isSame(Object.entries(one).sort().map(String), Object.entries(other).sort().map(String))
