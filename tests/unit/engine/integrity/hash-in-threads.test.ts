import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { checkOriginals } from '#engine/integrity/check-originals'
import { hashInThreads } from '#engine/integrity/hash-in-threads'
import { isRotating } from '#engine/integrity/rotating-disk'
import { Work } from '#engine/integrity/work'
import { openOriginals, openReader } from '#engine/open'
import { eachOriginalRow } from '#engine/store/original-rows'
import { hashEntry } from '#tests/support/extract-entry'
import { FORMS, type Form, filledCopy, placeOf } from '#tests/support/filled-archive'
import { temporaryFolder } from '#tests/support/temporary'

/** An archive of which five originals are damaged, each in another way. */
async function damaged(form: Form) {
  const place = placeOf(await filledCopy(form), form)
  const db = openReader(place.directory, place.keys)
  onTestFinished(() => void db.close())
  const originals = openOriginals(place.directory, place.keys)
  const [a, b, c, d, e] = [...eachOriginalRow(db)]
    .filter(({ sizeBytes }) => sizeBytes > 0)
    .map(({ sha256 }) => originals.pathOf(sha256))
  if (!a || !b || !c || !d || !e) throw new Error('too few originals')
  writeFileSync(a, 'Something else.')
  truncateSync(b, 10)
  rmSync(c)
  rmSync(d)
  mkdirSync(d)
  writeFileSync(e, '', { flag: 'a' })
  return { place, db, originals }
}

describe('reading originals in threads', () => {
  test.each(FORMS)('finds what is found without them (%s)', async (form) => {
    const { place, db, originals } = await damaged(form)
    const entry = pathToFileURL(await hashEntry())
    const here = await checkOriginals(db, originals, new Work(), () => undefined)
    expect(here.findings.map(({ trouble }) => trouble).sort()).toEqual(['changed', 'changed', 'missing', 'not-a-file'])
    for (const threads of [1, 2])
      expect(await hashInThreads(db, { ...place, isConverting: false, entry, threads }, new Work())).toEqual(here)
  })

  test('leaves nothing unread when a thread dies, before it begins or in the middle', async () => {
    const { place, db, originals } = await damaged('plain')
    const here = await checkOriginals(db, originals, new Work(), () => undefined)
    const folder = temporaryFolder()
    const dying = {
      'never.mjs': 'throw new Error("gone")',
      // Takes originals from the list, and answers for none of them.
      'early.mjs': `import { parentPort } from 'node:worker_threads'
        parentPort.on('message', ({ turn }) => { Atomics.add(turn, 0, 4); process.exit(1) })`
    }
    for (const [name, code] of Object.entries(dying)) {
      writeFileSync(join(folder, name), code)
      const entry = pathToFileURL(join(folder, name))
      expect(await hashInThreads(db, { ...place, isConverting: false, entry, threads: 2 }, new Work()), name).toEqual(here)
    }
  })

  test('ends when it is told to, and says of nothing unread that it is well', async () => {
    const { place, db } = await damaged('plain')
    const work = new Work()
    work.end()
    const entry = pathToFileURL(await hashEntry())
    expect(await hashInThreads(db, { ...place, isConverting: false, entry, threads: 2 }, work)).toEqual({
      checked: 0,
      ok: 0,
      findings: []
    })
  })
})

test('a device that is no disk does not turn', () => {
  expect(isRotating(0)).toBe(false)
})
