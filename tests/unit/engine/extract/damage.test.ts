/**
 * Text and markup under damage, read and drawn in this process, where a fault keeps its stack. The golden files of all formats go
 * through parser processes of their own, cut and with turned bits, in `tests/integration/import/damaged-files.test.ts`.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { FORMATS } from '#engine/extract/formats'
import { runJob } from '#engine/extract/pool/run-job'
import { numbers, withFlippedBits } from '#tests/support/damage'
import { goldenCases } from '#tests/support/golden'
import { extractJob, pageJob } from '#tests/support/jobs'

const folder = mkdtempSync(join(tmpdir(), 'sanad-damage-'))
afterAll(() => rmSync(folder, { recursive: true }))

const CASES = goldenCases(['charset', 'text', 'markdown', 'html'])

it.each(Object.keys(FORMATS))('%s has golden folders', (format) => {
  expect(goldenCases([format]).length).toBeGreaterThan(0)
})

it.each(CASES)('$name may be cut and its bits flipped without harm', async ({ source, fileName }) => {
  const whole = readFileSync(source)
  const random = numbers(whole.length + 1)
  const file = join(folder, fileName)
  for (let round = 0; round < 24 && whole.length > 0; round++) {
    const bytes = round % 4 === 0 ? whole.subarray(0, random.next().value % whole.length) : whole
    writeFileSync(file, withFlippedBits(bytes, 1 << (round % 6), random))
    const read = await runJob(extractJob(file))
    expect(read.task).toBe('extract')
    if (read.task !== 'extract' || read.document.originalView !== 'page') continue
    const page = await runJob(pageJob(file, { mediaType: read.document.mediaType }))
    expect(page.task).toBe('page')
  }
})
