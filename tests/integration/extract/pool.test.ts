import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ExtractAnswer } from '#engine/extract/job'
import { residentBytes, spawnChild } from '#engine/extract/pool/child-process'
import type { ExtractProcess } from '#engine/extract/pool/extract-process'
import { createExtractPool, type ExtractPool, type ExtractPoolOptions } from '#engine/extract/pool/pool'
import { extractEntry } from '#tests/support/extract-entry'
import { extractJob } from '#tests/support/jobs'

const folder = mkdtempSync(join(tmpdir(), 'sanad-pool-'))
const MISBEHAVING = join(import.meta.dirname, 'misbehaving-process.mjs')

let entry: string
const pools: ExtractPool[] = []
const spawned: ExtractProcess[] = []

beforeAll(async () => {
  entry = await extractEntry()
  return () => rmSync(folder, { recursive: true })
})

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()))
  spawned.length = 0
})

function poolOf(path: string, options: Partial<ExtractPoolOptions> = {}): ExtractPool {
  const spawn = (): ExtractProcess => {
    const child = spawnChild(path)
    spawned.push(child)
    return child
  }
  const pool = createExtractPool({ spawn, size: 1, residentBytes, ...options })
  pools.push(pool)
  return pool
}

/** A job for the misbehaving process: its file name says what to do. */
const job = (name: string) => extractJob(join(folder, name))

async function outcome(pool: ExtractPool, name: string): Promise<string> {
  const answer = await pool.run(job(name))
  return answer.task === 'refused' ? answer.code : answer.document.status
}

describe('a pool of real processes', () => {
  it('gives up its processes when it is renewed, with what waits for them, and goes on with fresh ones', async () => {
    const pool = poolOf(entry)
    writeFileSync(join(folder, 'before.txt'), 'before')
    expect(await outcome(pool, 'before.txt')).toBe('searchable')
    const [first] = spawned
    const gone = new Promise<void>((resolve) => first?.onExit(resolve))
    const waiting = Promise.all([outcome(pool, 'before.txt'), outcome(pool, 'before.txt')])
    await pool.renew()
    await gone
    expect(await waiting).toEqual(['reader-crashed', 'reader-crashed'])
    expect(await outcome(pool, 'before.txt')).toBe('searchable')
    expect(spawned).toHaveLength(2)
  })

  it('reads files, more at once than it has processes', async () => {
    const pool = poolOf(entry, { size: 2 })
    const names = Array.from({ length: 12 }, (_, at) => `${at}.txt`)
    for (const name of names) writeFileSync(join(folder, name), `Text number ${name}`)
    const answers = await Promise.all(names.map((name) => pool.run(job(name))))
    expect(answers.map((answer) => (answer.task === 'extract' ? answer.document.index.body : answer.code))).toEqual(
      names.map((name) => `text number ${name.replace('.', ' ')}`)
    )
    expect(pool.width).toBe(2)
    expect(spawned.length).toBe(2)
  })

  it('passes serialized jobs and answers on', async () => {
    writeFileSync(join(folder, 'bytes.txt'), 'passed on')
    const answer: ExtractAnswer = deserialize(await poolOf(entry).runSerialized(serialize(job('bytes.txt'))))
    expect(answer.task === 'extract' && answer.document.index.body).toBe('passed on')
  })

  it('answers for a file that is not there', async () => {
    expect(await outcome(poolOf(entry), 'missing.txt')).toBe('vanished')
  })
})

describe('a process that misbehaves takes only its own file with it', () => {
  it('hangs', async () => {
    const pool = poolOf(MISBEHAVING, { timeLimitMs: 8000 })
    expect(await Promise.all(['good', 'hang', 'good'].map((name) => outcome(pool, name)))).toEqual([
      'searchable',
      'timed-out',
      'searchable'
    ])
    expect(spawned.length).toBe(2)
  })

  it('never answers, idle', async () => {
    const pool = poolOf(MISBEHAVING, { timeLimitMs: 8000 })
    expect(await Promise.all(['silent', 'good'].map((name) => outcome(pool, name)))).toEqual(['timed-out', 'searchable'])
  })

  it('exits', async () => {
    const pool = poolOf(MISBEHAVING)
    expect(await Promise.all(['good', 'exit', 'exit', 'good'].map((name) => outcome(pool, name)))).toEqual([
      'searchable',
      'reader-crashed',
      'reader-crashed',
      'searchable'
    ])
  })

  it.runIf(process.platform === 'linux')('takes memory outside the heap', async () => {
    const pool = poolOf(MISBEHAVING, { memoryLimitBytes: 400 * 1024 ** 2 })
    expect(await Promise.all(['grow', 'good'].map((name) => outcome(pool, name)))).toEqual(['out-of-memory', 'searchable'])
  })

  it('takes heap until Node gives up', async () => {
    const pool = poolOf(MISBEHAVING)
    expect(await Promise.all(['heap', 'good'].map((name) => outcome(pool, name)))).toEqual(['reader-crashed', 'searchable'])
  })

  it('answers with more than may be taken in', async () => {
    const pool = poolOf(MISBEHAVING, { answerLimitBytes: 1_000_000 })
    expect(await Promise.all(['flood', 'good'].map((name) => outcome(pool, name)))).toEqual(['too-large', 'searchable'])
  })

  it('can not be started', async () => {
    const pool = createExtractPool({
      size: 1,
      spawn: () => {
        throw new Error('no more processes')
      }
    })
    expect(await outcome(pool, 'good')).toBe('reader-crashed')
  })
})

describe('closing', () => {
  it('ends the processes and answers what was under way', async () => {
    const pool = poolOf(MISBEHAVING)
    const under = outcome(pool, 'hang')
    const queued = outcome(pool, 'good')
    await new Promise((resolve) => setTimeout(resolve, 300))
    await pool.close()
    expect(await Promise.all([under, queued, outcome(pool, 'good')])).toEqual([
      'reader-crashed',
      'reader-crashed',
      'reader-crashed'
    ])
    const pid = spawned[0]?.pid
    expect(() => process.kill(pid ?? 0, 0)).toThrow()
  })

  it('is free when nothing was started', async () => {
    await poolOf(MISBEHAVING).close()
    expect(spawned.length).toBe(0)
  })
})
