/** Threat 19: a disk damages the database. What is wrong is found and can be mended, or makes no difference; nothing is wrong in silence. */
import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diagnose } from '#engine/integrity/diagnose'
import { manifestFile, writeManifest } from '#engine/integrity/manifest'
import { repairArchive } from '#engine/integrity/repair'
import { takeSnapshot } from '#engine/integrity/snapshots'
import { verifyFolder } from '#engine/integrity/verify-folder'
import { Work } from '#engine/integrity/work'
import { openArchive, openReader } from '#engine/open'
import { contentsOf } from '#tests/support/archive-contents'
import { numbers } from '#tests/support/damage'
import { FORMS, type Form, filledCopy, placeOf } from '#tests/support/filled-archive'
import { testPool } from '#tests/support/import'

const DAY = '2026-11-26'
const file = (directory: string) => join(directory, 'archive.db')

async function withCopies(form: Form) {
  const directory = await filledCopy(form)
  const db = openReader(directory, placeOf(directory, form).keys)
  takeSnapshot(db, placeOf(directory, form), DAY)
  await writeManifest(db, placeOf(directory, form), new Work())
  const before = contentsOf(db)
  db.close()
  for (const end of ['-wal', '-shm']) rmSync(file(directory) + end, { force: true })
  return { directory, before, bytes: readFileSync(file(directory)) }
}

function contents(directory: string, form: Form) {
  const archive = openArchive(directory, { keys: placeOf(directory, form).keys })
  try {
    return contentsOf(archive.db)
  } finally {
    archive.close()
  }
}

/** Puts the database as it was in place again, with as many bytes of one page turned over. */
function damage(directory: string, bytes: Buffer, flips: number, random: Generator<number, never>): number {
  const copy = Buffer.from(bytes)
  const page = (random.next().value % (copy.length / 8192)) * 8192
  for (let n = 0; n < flips; n++) {
    const at = page + (flips === 4096 ? n : random.next().value % 8192)
    copy[at] = (copy[at] ?? 0) ^ (1 + (random.next().value % 255))
  }
  for (const end of ['-wal', '-shm']) rmSync(file(directory) + end, { force: true })
  writeFileSync(file(directory), copy)
  return page / 8192
}

const verified = (directory: string, form: Form) =>
  verifyFolder(placeOf(directory, form), { isThorough: true, work: new Work(), onProgress: () => undefined })

/** Three damages each. More at night. */
const ROUNDS = Number(process.env.SANAD_DAMAGE_ROUNDS ?? 8)

test.each(FORMS)(
  'threat 19: 1, 100 or 4096 bytes turned over in any page of the database (%s) are found, or make no difference',
  async (form) => {
    const { directory, before, bytes } = await withCopies(form)
    const random = numbers(19)
    let found = 0
    for (let round = 0; round < ROUNDS; round++) {
      for (const flips of [1, 100, 4096]) {
        const page = damage(directory, bytes, flips, random)
        const { database, log } = await verified(directory, form)
        if (database !== 'ok' || log !== 'ok') found += 1
        else expect.soft(contents(directory, form), `${flips} bytes of page ${page}, round ${round}`).toEqual(before)
      }
    }
    expect(found).toBeGreaterThan(ROUNDS)
  }
)

test.each(FORMS)('threat 19: what was found (%s) can be mended, and everything acknowledged is there again', async (form) => {
  const { directory, before, bytes } = await withCopies(form)
  const pool = await testPool()
  const random = numbers(77)
  const kept = [`${manifestFile(directory)}`, join(directory, 'snapshots', `${DAY}.db`)].map(
    (name) => [name, `${name}.kept`] as const
  )
  for (const [name, copy] of kept) copyFileSync(name, copy)
  for (const flips of [1, 100, 4096, 4096]) {
    for (const way of ['first offered', 'snapshot', 'rebuild'] as const) {
      damage(directory, bytes, flips, random)
      const { isIndexOnly } = await diagnose(placeOf(directory, form), new Work())
      const offered = isIndexOnly ? ('index' as const) : ('snapshot' as const)
      const chosen = way === 'first offered' ? offered : way
      const how = chosen === 'snapshot' ? { way: chosen, day: DAY } : { way: chosen }
      await repairArchive(placeOf(directory, form), how, { extractor: () => pool, work: new Work(), tell: () => undefined })
      expect.soft(contents(directory, form), `${flips} bytes, ${chosen}`).toEqual(before)
      expect
        .soft(await verified(directory, form), `${flips} bytes, ${chosen}`)
        .toMatchObject({ originals: [], database: 'ok', log: 'ok' })
      expect(statSync(file(directory)).size).toBeGreaterThan(0)
    }
  }
})
