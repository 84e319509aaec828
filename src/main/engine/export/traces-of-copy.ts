import type { Extractor } from '#engine/extract/job'
import { plainFile } from '#engine/sealed/stored-file'
import { SanadError } from '#shared/errors'
import type { Trace } from '#shared/model/copy'

/** What metadata tells in a copy that was written, read where it lies. Throws SanadError `copy-not-whole` where it can not be read. */
export async function tracesOfCopy(extractor: Extractor, file: string, mediaType: string): Promise<readonly Trace[]> {
  const answer = await extractor.run({ task: 'traces', file: plainFile(file), mediaType })
  if (answer.task === 'refused') throw new SanadError('copy-not-whole', 'The copy that was written can not be read.')
  return answer.traces
}
