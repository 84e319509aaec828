import type { ReadDb } from '#engine/store/connection'
import { type IndexPlace, listPlaces } from '#engine/store/mentions'
import { rows } from '#engine/store/statement'
import type { DocumentId, NameId } from '#shared/model/ids'
import type { NameNearby } from '#shared/model/name'

/** Two names this many words apart or less are near each other: about three lines of print. */
const NEAR_WORDS = 40
/** Cards that share most documents are looked at closely; no list shows more. */
const MOST_NAMES = 12
/** Beyond so many places a card is so common that only shared documents are counted. */
const MOST_MENTIONS = 50_000

/**
 * Other cards mentioned in the documents that mention this one, those most often near it first. `near` counts documents where they stand
 * within 40 words of each other. Cost: the index entries of the spellings of up to 13 cards.
 */
export function listNearby(db: ReadDb, id: NameId): NameNearby[] {
  const found = rows<Omit<NameNearby, 'near'>>(
    db,
    `SELECT n.id, n.kind, n.label, count(*) AS documents FROM mention m JOIN mention o ON o.document_id = m.document_id
     JOIN name n ON n.id = o.name_id WHERE m.name_id = ? AND o.name_id <> ?
     GROUP BY n.id ORDER BY documents DESC, n.label_key LIMIT ${MOST_NAMES}`,
    [id, id]
  )
  if (found.length === 0) return []
  const own = byColumn(placesOf(db, id))
  return found
    .map((other) => ({ ...other, near: countNear(own, placesOf(db, other.id)) }))
    .sort((a, b) => b.near - a.near || b.documents - a.documents || (a.label < b.label ? -1 : 1))
}

function placesOf(db: ReadDb, id: NameId): readonly IndexPlace[] {
  const hits = rows<{ hits: number }>(db, 'SELECT coalesce(sum(hits), 0) AS hits FROM mention WHERE name_id = ?', [id])[0]?.hits
  if ((hits ?? 0) > MOST_MENTIONS) return []
  const keys = rows<{ key: string }>(db, 'SELECT key FROM name_spelling WHERE name_id = ? AND is_on = 1', [id])
  return listPlaces(
    db,
    keys.map(({ key }) => key)
  )
}

const columnOf = ({ document, column }: IndexPlace): string => `${document} ${column}`

function byColumn(places: readonly IndexPlace[]): ReadonlyMap<string, readonly IndexPlace[]> {
  const columns = new Map<string, IndexPlace[]>()
  for (const place of places) {
    const known = columns.get(columnOf(place))
    if (known) known.push(place)
    else columns.set(columnOf(place), [place])
  }
  return columns
}

function countNear(own: ReadonlyMap<string, readonly IndexPlace[]>, others: readonly IndexPlace[]): number {
  const near = new Set<DocumentId>()
  for (const other of others) {
    if (near.has(other.document)) continue
    if (isNearOne(own.get(columnOf(other)) ?? [], other)) near.add(other.document)
  }
  return near.size
}

/** Whether one of the places, which are in order and do not overlap, is near `other`: the last that begins before it, or the next one. */
function isNearOne(places: readonly IndexPlace[], other: IndexPlace): boolean {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.start ?? 0) <= other.start) low = middle + 1
    else high = middle
  }
  return [places[low - 1], places[low]].some((place) => place !== undefined && gap(place, other) <= NEAR_WORDS)
}

/** Words between two places; 0 when they touch or overlap. */
const gap = (a: IndexPlace, b: IndexPlace): number => Math.max(0, a.start - (b.start + b.length), b.start - (a.start + a.length))
