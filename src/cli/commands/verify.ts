import { pathToFileURL } from 'node:url'
import { type Arguments, UsageError } from '#cli/arguments'
import { builtFile } from '#cli/built-file'
import { notedPoints } from '#cli/noted'
import type { Output, PreparedOnFolder } from '#cli/output'
import { verifyFolder } from '#engine/integrity/verify-folder'
import { Work } from '#engine/integrity/work'
import type { VerificationOutcome } from '#shared/model/integrity'

/** Verifies an archive without opening it for writing. Exit status 1 when anything is wrong, or when it was ended before it was done. */
export function prepareVerify({ operands, isThorough, noted }: Arguments): PreparedOnFolder {
  if (operands.length > 0) throw new UsageError('“sanad verify” takes no names: it verifies the whole archive.')
  const points = notedPoints(noted)
  return async (place) => {
    const work = new Work()
    const hashEntry = pathToFileURL(builtFile('hash-thread.js'))
    const end = (): void => work.end()
    process.once('SIGINT', end)
    process.once('SIGTERM', end)
    const outcome = await verifyFolder(place, {
      isThorough,
      ...(points.length > 0 ? { noted: points } : {}),
      hashEntry,
      work,
      onProgress: () => undefined
    })
    process.off('SIGINT', end)
    process.off('SIGTERM', end)
    return asOutput(outcome)
  }
}

/** What a verification found, as the command line prints it. */
export function asOutput(outcome: VerificationOutcome): Output {
  const { state, checked, ok, originals, extra, database, log } = outcome
  const missing = originals.filter(({ trouble }) => trouble === 'missing').map(({ sha256 }) => sha256)
  // What can not be read, or is no file, is not what was imported.
  const changed = originals.filter(({ trouble }) => trouble !== 'missing').map(({ sha256 }) => sha256)
  const json = { checked, ok, changed, missing, extra: extra.map(({ path }) => path), database, log }
  const isWell = state === 'finished' && originals.length === 0 && extra.length === 0 && database === 'ok' && log === 'ok'
  return { json, text: textOf(outcome), exitCode: isWell ? 0 : 1 }
}

const TROUBLES = {
  changed: 'changed',
  missing: 'missing',
  unreadable: 'can not be read',
  'not-a-file': 'is a link or folder now'
} as const

function textOf({ state, isThorough, checked, ok, originals, extra, database, log }: VerificationOutcome): string {
  const lines = [
    `${ok} of ${checked} originals are as they were imported`,
    ...originals.map(({ sha256, trouble }) => `  ${TROUBLES[trouble]}: ${sha256}`),
    ...extra.map(({ path, what }) => `  not of the archive: ${path} (${what})`),
    `database: ${database}${database === 'ok' && !isThorough ? ' (--thorough holds the index against the texts, too)' : ''}`,
    `custody log: ${log}`
  ]
  return (state === 'finished' ? lines : ['It was ended before it was done. Until then:', ...lines]).join('\n')
}
