import type { ExtractAnswer, ExtractJob } from '#engine/extract/job'

type RenderJob = Exclude<ExtractJob, { task: 'extract' }>

/** Renders the Original view of a page, or a part of it. */
export async function renderJob(job: RenderJob): Promise<ExtractAnswer> {
  return { task: 'refused', code: 'damaged', message: `${job.task} is not built` }
}
