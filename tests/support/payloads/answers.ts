import { cpSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { spawnChild } from '#engine/extract/pool/child-process'
import { createExtractPool } from '#engine/extract/pool/pool'
import { openEngine } from '#main/engine-client'
import { pageResponse } from '#main/page-response'
import type { Served } from '#tests/support/payloads/bare-browser'

const PROCESSES = 2

/** The program as `npm run build` left it. */
const built = (name: string): string => resolve(import.meta.dirname, '../../../out/main', name)

/**
 * What the program answers for these addresses of documents' pages: its own engine, parser processes, sanitiser and policy, on a copy of
 * the archive and outside Electron, where nothing may fetch them.
 */
export async function answersOf(directory: string, addresses: readonly string[], embedder: string): Promise<Served[]> {
  const copy = `${directory}.copy`
  cpSync(directory, copy, { recursive: true, filter: (file) => !file.endsWith('.lock') })
  const pool = createExtractPool({ spawn: () => spawnChild(built('extract-process.js')), size: PROCESSES })
  const threadEntry = pathToFileURL(built('engine-thread.js'))
  const engine = await openEngine(join(copy), { create: false, keys: null, threadEntry, pool, onUpgrading: () => undefined })
  try {
    const answers: Served[] = []
    const left = addresses.entries()
    const answerLeft = async (): Promise<void> => {
      for (const [at, address] of left) {
        const answer = await pageResponse({ engine: async () => engine, embedder, onShown: () => undefined }, address)
        if (answer.status !== 200) throw new Error(`${address} is answered with ${answer.status}`)
        const headers = Object.fromEntries(answer.headers.entries())
        const bodyBase64 = Buffer.from(await answer.arrayBuffer()).toString('base64')
        answers[at] = { type: headers['content-type'] ?? '', headers, bodyBase64 }
      }
    }
    // One for each process that reads.
    await Promise.all(Array.from({ length: PROCESSES }, answerLeft))
    return answers
  } finally {
    await engine.close()
    await pool.close()
    rmSync(copy, { recursive: true, force: true })
  }
}
