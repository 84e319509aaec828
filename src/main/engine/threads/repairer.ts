import type { Extractor } from '#engine/extract/job'
import { diagnose } from '#engine/integrity/diagnose'
import { finishRepair, repairArchive } from '#engine/integrity/repair'
import { Work } from '#engine/integrity/work'
import type { FromThread, OwnCalls, ThreadData } from '#engine/threads/messages'
import { callIn, type Served } from '#engine/threads/serve'
import type { RepairProgress } from '#shared/model/integrity'

/** Progress is told this often at most, and each time that another stage begins. */
const PROGRESS_MS = 200

function tellingNowAndThen(post: (message: FromThread) => void): (progress: RepairProgress) => void {
  let [last, stage] = [Number.NEGATIVE_INFINITY, '']
  return (payload) => {
    const now = performance.now()
    if (now - last < PROGRESS_MS && payload.stage === stage) return
    last = now
    stage = payload.stage
    post({ kind: 'event', name: 'integrity.repairing', payload })
  }
}

/** Says what is wrong with an archive that is not open, and mends it. Opens nothing before it is asked to. */
export function startRepairer(
  { directory, keys }: ThreadData,
  extractor: Extractor,
  post: (message: FromThread) => void
): Served {
  const work = new Work()
  const place = { directory, keys }
  const tell = tellingNowAndThen(post)
  const handlers = {
    'engine.diagnose': () => diagnose(place, work),
    'engine.repair': (repair: OwnCalls['engine.repair']['input']) =>
      repairArchive(place, repair, { extractor: () => extractor, work, tell }),
    'engine.finishRepair': async () => {
      await finishRepair(place, { extractor: () => extractor, work, tell })
      return null
    },
    'engine.close': () => {
      work.end()
      return null
    }
  }
  return { call: (name, input) => callIn(handlers, name, input), changed: () => undefined }
}
