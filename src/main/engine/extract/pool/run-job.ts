import { failureOf } from '#engine/extract/failure'
import type { ExtractAnswer, ExtractJob } from '#engine/extract/job'
import { readDocument } from '#engine/extract/read-document'

/** Does one job in this process. Never rejects: what goes wrong with a file is its answer. */
export async function runJob(job: ExtractJob): Promise<ExtractAnswer> {
  try {
    if (job.task === 'extract') return { task: 'extract', document: await readDocument(job) }
    const { renderJob } = await import('#engine/extract/render-job')
    return await renderJob(job)
  } catch (error) {
    const { code, message } = failureOf(error)
    return { task: 'refused', code, message }
  }
}
