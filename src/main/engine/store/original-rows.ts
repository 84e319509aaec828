/** Reading the rows of all originals without holding them all. */
import type { ReadDb } from '#engine/store/connection'
import { row, rows } from '#engine/store/statement'

export type OriginalRow = Readonly<{ id: number; sha256: Uint8Array; sizeBytes: number }>

const AT_ONCE = 500

/** In the order they were kept, as they were when each few hundred were asked for. Other statements may run in between. */
export function* eachOriginalRow(db: ReadDb): Generator<OriginalRow> {
  let last = 0
  for (;;) {
    const some = rows<OriginalRow>(
      db,
      'SELECT id, sha256, size_bytes AS sizeBytes FROM original WHERE id > ? ORDER BY id LIMIT ?',
      [last, AT_ONCE]
    )
    yield* some
    const end = some.at(-1)
    if (!end) return
    last = end.id
  }
}

export function sumOriginals(db: ReadDb): Readonly<{ originals: number; bytes: number }> {
  return (
    row<{ originals: number; bytes: number }>(
      db,
      'SELECT count(*) AS originals, coalesce(sum(size_bytes), 0) AS bytes FROM original'
    ) ?? { originals: 0, bytes: 0 }
  )
}
