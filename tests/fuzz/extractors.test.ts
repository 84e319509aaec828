/**
 * Every format of the table against changed files, in real parser processes. A file may be refused, and may cost its process the time or
 * memory it is allowed; a process that ends by an error nobody caught is a fault of ours, and so is an answer that is none.
 */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FORMATS } from '#engine/extract/formats'
import type { ExtractAnswer, ExtractJob } from '#engine/extract/job'
import type { ExtractPool } from '#engine/extract/pool/pool'
import { roomFor } from '#engine/extract/room'
import { CASES, type Case, eachCase, report, SEED } from '#tests/support/fuzz/cases'
import { mutated } from '#tests/support/fuzz/mutate'
import { type Seed, seedsOf } from '#tests/support/fuzz/seeds'
import { watchedPool } from '#tests/support/fuzz/watched-pool'
import { extractJob, looking } from '#tests/support/jobs'
import { temporaryFolder } from '#tests/support/temporary'

/** What an error of code that took something for granted is called in a problem's sentence. */
const TAKEN_FOR_GRANTED = /\((?:Type|Range|Reference)Error\)/

type Counts = { refusals: number; timedOut: number; outOfMemory: number; died: number; granted: Map<string, string> }

/** What looking at a document asks for, by how it can be shown. */
function looks(file: string, answer: ExtractAnswer): ExtractJob[] {
  if (answer.task !== 'extract') return []
  const { originalView, mediaType } = answer.document
  const of = { ...looking(file), mediaType }
  if (originalView === 'page') return [{ task: 'page', ...of, resourceBase: 'sanad-page://d1/', resources: [] }]
  if (originalView !== 'pages') return []
  return [
    { task: 'pages', ...of },
    { task: 'words', ...of, page: 1 },
    { task: 'bitmap', ...of, page: 1, width: 100 }
  ]
}

async function tryFile(pool: ExtractPool, file: string, name: string, counts: Counts, isShown: boolean): Promise<void> {
  const spool = `${file}.spool`
  const count = (answer: ExtractAnswer): void => {
    const problem = answer.task === 'refused' ? answer : answer.task === 'extract' ? answer.document.problem : null
    if (problem === null) return
    counts.refusals++
    if (problem.code === 'timed-out') counts.timedOut++
    if (problem.code === 'out-of-memory') counts.outOfMemory++
    if (problem.code === 'reader-crashed') counts.died++
    if (TAKEN_FOR_GRANTED.test(problem.message)) counts.granted.set(problem.message, name)
    if (['timed-out', 'out-of-memory', 'reader-crashed'].includes(problem.code)) counts.granted.set(problem.code, name)
  }
  const answer = await pool.run(extractJob(file, { name, spool: { path: spool, seal: null }, room: roomFor(1) }))
  count(answer)
  // Pictures of pages cost most of the time, and see the same file.
  for (const job of isShown ? looks(file, answer) : []) count(await pool.run(job))
  rmSync(spool, { recursive: true, force: true })
}

describe.each(Object.keys(FORMATS))('changed files of the format %s', (format) => {
  test(`are answered (seed ${SEED})`, { timeout: 3_600_000 }, async () => {
    const folder = temporaryFolder()
    const seeds = seedsOf([format])
    const { pool, uncaught } = await watchedPool()
    const counts: Counts = { refusals: 0, timedOut: 0, outOfMemory: 0, died: 0, granted: new Map() }
    const target = `format ${format}`
    const make = async ({ number, random }: Case): Promise<void> => {
      const seed = seeds[number % seeds.length] as Seed
      const other = seeds[random.next().value % seeds.length] as Seed
      const file = join(folder, String(number))
      const name = `case ${number} of ${seed.name}${seed.extension}`
      writeFileSync(file, mutated(seed.bytes, other.bytes, random))
      await tryFile(pool, file, name, counts, number % 5 === 0)
      const keep = process.env.SANAD_FUZZ_KEEP
      if (keep && [...counts.granted.values()].includes(name)) {
        mkdirSync(keep, { recursive: true })
        copyFileSync(file, join(keep, `${format}-${number}${seed.extension}`))
      }
      rmSync(file)
      if (uncaught().length > 0)
        throw new Error(`a parser process ended by an error nobody caught, at ${name} or beside it: ${uncaught()[0]}`)
    }
    const cases = await eachCase(target, make, { atOnce: 2 })
    const { granted, ...counted } = counts
    report({ target, wanted: CASES, cases, ...counted })
    for (const [message, name] of granted) process.stdout.write(`        ${name}: ${message}\n`)
    expect(uncaught()).toEqual([])
  })
})
