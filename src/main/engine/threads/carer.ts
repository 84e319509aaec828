import { Care } from '#engine/integrity/care'
import { unrecorded } from '#engine/integrity/unrecorded'
import { openOriginals, openReader } from '#engine/open'
import type { FromThread, ThreadData } from '#engine/threads/messages'
import { callIn, type Served } from '#engine/threads/serve'
import { throttled } from '#engine/throttled'
import type { CommandArgs, CommandOutput, CommandsAt } from '#shared/contract'
import type { VerifyProgress } from '#shared/model/integrity'

/** Progress is told this often at most; the end at once. */
const PROGRESS_MS = 250

type CareHandlers = {
  [C in CommandsAt<'care'>]: (input: CommandArgs<C>) => CommandOutput<C> | Promise<CommandOutput<C>>
}

/** Opens a reading connection and looks after the archive in the background. What is to be written is passed to the writing thread. */
export function startCarer({ directory, keys, isUnclean, isReadOnly }: ThreadData, post: (message: FromThread) => void): Served {
  let newest: VerifyProgress | null = null
  const tell = throttled(() => post({ kind: 'event', name: 'integrity.progress', payload: newest }), PROGRESS_MS)
  const care = new Care({
    place: { directory, keys },
    originals: openOriginals(directory, keys),
    connect: () => openReader(directory, keys),
    isUnclean,
    isReadOnly,
    onProgress: (progress) => {
      newest = progress
      tell.call()
    },
    recordVerification: (outcome) =>
      post(
        isReadOnly
          ? { kind: 'event', name: 'integrity.ended', payload: unrecorded(outcome) }
          : { kind: 'pass', name: 'engine.recordVerification', input: outcome }
      ),
    recordSnapshot: (day, signature) => post({ kind: 'pass', name: 'engine.recordSnapshot', input: { day, signature } }),
    recordSnapshotFailure: (input) => post({ kind: 'pass', name: 'engine.recordSnapshotFailure', input })
  })
  const done = (act: () => void): null => {
    act()
    return null
  }
  const commands: CareHandlers = {
    'integrity.state': () => care.state(),
    'integrity.verify': () => care.verify(),
    'integrity.pause': () => done(() => care.pause()),
    'integrity.resume': () => done(() => care.resume()),
    'integrity.cancel': () => done(() => care.cancel()),
    'integrity.report': () => care.report(),
    'integrity.takeSnapshot': () => care.takeSnapshot()
  }
  const handlers = {
    ...commands,
    'engine.close': async () => {
      tell.stop()
      await care.close()
      return null
    }
  }
  return {
    call: (name, input) => callIn(handlers, name, input),
    changed: () => undefined,
    busy: (isBusy) => care.busy(isBusy)
  }
}
