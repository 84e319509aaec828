import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FoundMember } from '#engine/extract/job'
import { openSpool, SpoolFull } from '#engine/extract/spool'
import { temporaryFolder } from '#tests/support/temporary'

const ROOM = { bytes: 1000, files: 10, archives: 1, levels: 1 }

test('members that can not be taken count as files', async () => {
  const members: FoundMember[] = []
  const spool = openSpool({ path: join(temporaryFolder(), 'spool'), seal: null }, ROOM, members)
  await spool.add({ path: 'a', relation: 'entry' }, Buffer.from('a'))
  const refuse = (): void => spool.refuse('link', 'entry', 'link-not-followed', 'A link.')
  for (let at = 0; at < 9; at++) refuse()
  expect(refuse).toThrow(SpoolFull)
  expect(members.length).toBe(10)
})
