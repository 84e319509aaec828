import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import type { Arguments } from '#cli/arguments'
import { builtFile } from '#cli/built-file'
import { readPassphrase } from '#cli/passphrase-input'
import { currentSource, unlockArchive } from '#cli/unlock-archive'
import { asSanadError } from '#engine/disk-error'
import { residentBytes, spawnChild } from '#engine/extract/pool/child-process'
import { OCR_TIME_LIMIT_MS, withOcrSeat } from '#engine/extract/pool/ocr-seat'
import { createExtractPool, type ExtractPool } from '#engine/extract/pool/pool'
import { finishRepair } from '#engine/integrity/repair'
import { isRepairUnfinished } from '#engine/integrity/unfinished-repair'
import { Work } from '#engine/integrity/work'
import { newProtection } from '#engine/keys/data-key'
import { type Archive, createArchive, openArchive, type Protection } from '#engine/open'
import type { TellUpgrade } from '#engine/store/migrate'

export type Session = Readonly<{ archive: Archive; pool: () => ExtractPool; close: () => Promise<void> }>

type Unlocking = Pick<Arguments, 'passphraseFile'>

/** Opens the archive for one command; `create` makes it when there is none. Throws SanadError. The parsers start when first asked for. */
export async function openSession(directory: string, create: boolean, args: Unlocking): Promise<Session> {
  const path = resolve(directory)
  const isThere = existsSync(join(path, 'archive.db'))
  const archive = create && !isThere ? createArchive(path, await protectionOf(args)) : await openMended(path, args)
  let pool: ExtractPool | undefined
  return {
    archive,
    pool: () => {
      pool ??= createPool()
      return pool
    },
    close: async () => {
      archive.close()
      await pool?.close()
    }
  }
}

/** A repair that was cut off is finished first. Where it can not be, the archive is opened all the same. */
async function openMended(path: string, args: Unlocking): Promise<Archive> {
  const keys = await unlockArchive(path, args)
  if (isRepairUnfinished(path)) {
    process.stderr.write('sanad: a repair of this archive was cut off; it goes on first.\n')
    const pool = createPool()
    try {
      await finishRepair({ directory: path, keys }, { extractor: () => pool, work: new Work(), tell: () => undefined })
    } catch (error) {
      const told = asSanadError(error, path)
      process.stderr.write(`sanad: it could not be finished yet: ${told instanceof Error ? told.message : String(told)}\n`)
    } finally {
      await pool.close()
    }
  }
  return openArchive(path, { tell: sayOnce(), keys })
}

/** A new archive is encrypted from its beginning when its passphrase was given as an option. */
async function protectionOf(args: Unlocking): Promise<Protection | null> {
  if (args.passphraseFile === undefined) return null
  return await newProtection(await readPassphrase(currentSource(args), '', true))
}

/** To standard error, which no command answers on. */
function sayOnce(): TellUpgrade {
  let isSaid = false
  return () => {
    if (!isSaid) process.stderr.write(`${UPGRADING}\n`)
    isSaid = true
  }
}

const UPGRADING =
  'sanad: the archive was made by an earlier version; it is prepared for this one, once. A copy of its database is kept beside it.'

/** The parser processes of the command line; they start when they are first asked. */
export function createPool(): ExtractPool {
  const entry = builtFile('extract-process.js')
  const processes = { spawn: () => spawnChild(entry), residentBytes }
  return withOcrSeat(
    createExtractPool({ ...processes, size: poolSize() }),
    createExtractPool({ ...processes, size: 1, timeLimitMs: OCR_TIME_LIMIT_MS })
  )
}

/** One core stays free for hashing and writing. */
const poolSize = (): number => Math.max(1, Math.min(4, availableParallelism() - 1))
