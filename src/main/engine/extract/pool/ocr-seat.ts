import { deserialize } from 'node:v8'
import type { ExtractJob } from '#engine/extract/job'
import type { ExtractPool } from '#engine/extract/pool/pool'

/** OCR of a dense page on a slow machine takes minutes. */
export const OCR_TIME_LIMIT_MS = 5 * 60_000

/** A pool whose OCR runs in processes of its own, which put themselves behind all others: importing and looking never wait for a page. */
export function withOcrSeat(pool: ExtractPool, seat: ExtractPool): ExtractPool {
  return {
    width: pool.width,
    run: (job) => (job.task === 'ocr' ? seat : pool).run(job),
    runSerialized: (bytes) => {
      const job: ExtractJob = deserialize(bytes)
      return (job.task === 'ocr' ? seat : pool).runSerialized(bytes)
    },
    renew: async () => {
      await Promise.all([pool.renew(), seat.renew()])
    },
    close: async () => {
      await Promise.all([pool.close(), seat.close()])
    }
  }
}
