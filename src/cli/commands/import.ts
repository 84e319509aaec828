import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Arguments, UsageError } from '#cli/arguments'
import type { Output, Prepared } from '#cli/output'
import { showProgress } from '#cli/progress-line'
import type { Session } from '#cli/session'
import { getReceipt } from '#engine/commands/read-commands'
import { ImportRun } from '#engine/import/run-import'
import { sweepWhenDue } from '#engine/search/sweep-when-due'
import { SanadError } from '#shared/errors'
import type { ImportReceipt } from '#shared/model/importing'

/**
 * Imports files and folders and answers with the receipt. A file that can not be read is a row of it, not a failure of the command;
 * a path that does not exist, an interrupted or a failed import make the exit status 1.
 */
export function prepareImport({ operands }: Arguments): Prepared {
  if (operands.length === 0) throw new UsageError('“sanad import” takes the files and folders to import.')
  return (session) =>
    importSources(
      session,
      operands.map((path) => resolve(path))
    )
}

async function importSources({ archive, pool }: Session, sources: readonly string[]): Promise<Output> {
  const missing = sources.filter((path) => !existsSync(path))
  if (missing.length === sources.length) throw new SanadError('not-found', `There is nothing at ${missing.join(', ')}.`)
  const run = new ImportRun({ archive, extractor: pool(), sources, onCommit: () => undefined, onState: () => undefined })
  const interrupt = (): void => run.cancel(true)
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  const stopShowing = showProgress(() => run.progress())
  const state = await run.run().finally(stopShowing)
  await sweepWhenDue(archive.db, () => state === 'interrupted')
  process.off('SIGINT', interrupt)
  process.off('SIGTERM', interrupt)
  if (state === 'failed') throw run.failure
  const receipt = getReceipt(archive.db, run.id)
  return { json: asJson(receipt), text: asText(receipt), exitCode: state === 'finished' && missing.length === 0 ? 0 : 1 }
}

function asJson({ id, counts, seconds, state, problems }: ImportReceipt) {
  return {
    import: id,
    files: counts.files,
    documents: counts.documents,
    copies: counts.copies,
    withoutText: counts.withoutText,
    failed: counts.failed,
    inside: counts.inside,
    insideFailed: counts.insideFailed,
    scans: counts.scans,
    bytes: counts.bytes,
    seconds: Math.round(seconds * 1000) / 1000,
    unchanged: counts.unchanged,
    parts: counts.parts,
    state,
    problems: problems.map(({ path, code, message }) => ({ path, code, message }))
  }
}

function asText({ id, name, counts, seconds, state, problems, problemTotal }: ImportReceipt): string {
  const lines = [
    `Import ${id} of “${name}”: ${counts.files} files in ${seconds.toFixed(1)} s${state === 'finished' ? '' : ` (${state})`}`,
    `  ${counts.documents} new documents, searchable`,
    `  ${counts.copies} already in the archive${counts.unchanged > 0 ? ` (${counts.unchanged} of them unchanged where they were)` : ''}`,
    `  ${counts.withoutText} without text${counts.parts > 0 ? ` (${counts.parts} parts of saved pages)` : ''}`,
    `  ${counts.failed} not readable`,
    ...(counts.inside > 0 ? [insideLine(counts)] : []),
    ...(counts.scans > 0 ? [`  ${counts.scans} wait for OCR, which the desktop program does in the background`] : []),
    ...problems.map(({ path, message }) => `  - ${path}: ${message}`)
  ]
  if (problemTotal > problems.length) lines.push(`  … and ${problemTotal - problems.length} more; see: sanad problems`)
  return lines.join('\n')
}

const insideLine = ({ inside, insideFailed }: ImportReceipt['counts']): string =>
  `  ${inside} new documents inside other files${insideFailed > 0 ? `, ${insideFailed} of them not readable` : ''}`
