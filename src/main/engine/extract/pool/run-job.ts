import type { ExtractAnswer, ExtractJob } from '#engine/extract/job'
import { readDocument } from '#engine/extract/read-document'
import { PROBLEM_CODES } from '#shared/model/document'

/** Does one job in this process. Never rejects: what goes wrong with a file is its answer. */
export async function runJob(job: ExtractJob): Promise<ExtractAnswer> {
  try {
    if (job.task === 'extract') return { task: 'extract', document: await readDocument(job) }
    const { renderJob } = await import('#engine/extract/render-job')
    return await renderJob(job)
  } catch (error) {
    return refusal(error)
  }
}

function refusal(error: unknown): ExtractAnswer {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const message = error instanceof Error ? error.message : String(error)
  if (code === 'ENOENT') return { task: 'refused', code: 'vanished', message: 'The original is not in the archive folder.' }
  if (code === 'EACCES' || code === 'EPERM')
    return { task: 'refused', code: 'permission-denied', message: 'The file may not be read.' }
  const known = PROBLEM_CODES.find((one) => one === code)
  if (known !== undefined) return { task: 'refused', code: known, message }
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code))
    return { task: 'refused', code: 'io-error', message: `Reading failed: ${message}` }
  return { task: 'refused', code: 'damaged', message: `The file could not be read: ${message.slice(0, 300)}` }
}
