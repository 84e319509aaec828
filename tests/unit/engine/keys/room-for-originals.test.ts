import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { roomForOriginals } from '#engine/keys/room-for-originals'
import { recordOriginal } from '#engine/store/originals'
import { newArchive } from '#tests/support/archive'

test('sealing needs room for what padding adds, in whole blocks, and decrypting for none', () => {
  const { db } = newArchive()
  // One block each, none at all, one of 17 blocks that is sealed within the same, and one of 245 that becomes 249.
  for (const size of [1, 4096, 0, 67_000, 1_000_000]) recordOriginal(db, randomBytes(32), size, 0)
  expect(roomForOriginals(db, 'sealed', 4096)).toEqual({ largest: 1_016_048, growth: (3 + 3 + 4 + 0 + 4) * 4096 })
  expect(roomForOriginals(db, 'plain', 4096)).toEqual({ largest: 1_000_000, growth: 0 })
})
