import { loadCleaner } from '#engine/extract/clean/cleaners'
import type { ExtractAnswer, ExtractJob } from '#engine/extract/job'
import { heldFile, withFile } from '#engine/extract/read-file'
import { openSource } from '#engine/extract/source'

/** Larger files take more memory to write anew than a parser process has. */
const LARGEST = 160 * 1024 * 1024

const NOT_CLEANED: ExtractAnswer = {
  task: 'refused',
  code: 'not-readable-yet',
  message: 'There can be no copy of this type of file without metadata.'
}

/**
 * Makes a copy without metadata, reads the copy as whoever gets it could, and tells what was removed, what remains, and what is left
 * against the promise. With `bytes: false` the copy itself is not answered. For `traces` only reads.
 */
export async function cleanJob(job: Extract<ExtractJob, { task: 'clean' | 'traces' }>): Promise<ExtractAnswer> {
  return await withFile(job.file, async (file) => {
    if (file.size > LARGEST) return { task: 'refused', code: 'too-large', message: 'This file is too large to be written anew.' }
    const cleaner = await loadCleaner(job.mediaType)
    if (!cleaner) return NOT_CLEANED
    const named = { name: '', mediaType: job.mediaType, charset: null, password: null, declared: null }
    const source = openSource(file, null, named)
    const found = await cleaner.traces(source)
    if (job.task === 'traces') return { task: 'traces', traces: found }
    const { bytes, remains } = await cleaner.clean(source)
    const copy = openSource(heldFile(bytes), bytes, named)
    const left = await cleaner.traces(copy)
    return { task: 'clean', removed: found, remains, left, bytes: job.bytes ? bytes : null }
  })
}
