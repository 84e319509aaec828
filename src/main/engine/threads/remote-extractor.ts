import { deserialize, serialize } from 'node:v8'
import type { AnswerTo, ExtractJob, Extractor } from '#engine/extract/job'
import type { FromThread } from '#engine/threads/messages'

export type RemoteExtractor = Readonly<{ extractor: Extractor; answer: (id: number, bytes: Uint8Array) => void }>

/** The extract pool as a thread sees it: jobs go out through `post`, answers come back through `answer`. */
export function createRemoteExtractor(width: number, post: (message: FromThread) => void): RemoteExtractor {
  const waiting = new Map<number, (bytes: Uint8Array) => void>()
  let last = 0
  const run = async <J extends ExtractJob>(job: J): Promise<AnswerTo<J>> => {
    const bytes = await new Promise<Uint8Array>((resolve) => {
      last += 1
      waiting.set(last, resolve)
      post({ kind: 'extract', id: last, job: serialize(job) })
    })
    return deserialize(bytes) as AnswerTo<J>
  }
  return {
    extractor: { run, width },
    answer: (id, bytes) => {
      waiting.get(id)?.(bytes)
      waiting.delete(id)
    }
  }
}
