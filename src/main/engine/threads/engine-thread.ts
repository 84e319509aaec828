/**
 * Entry of the engine's worker threads: one owns the writing connection and the import, one answers what only reads, one looks after the
 * archive in the background. Others mend an archive that does not open, or do one thing with a passphrase and end.
 */
import { parentPort, workerData } from 'node:worker_threads'
import type { Extractor } from '#engine/extract/job'
import { disableNetwork } from '#engine/extract/no-network'
import { Agenda } from '#engine/threads/agenda'
import { startCarer } from '#engine/threads/carer'
import { type FromLockThread, type LockThreadData, runLockTask } from '#engine/threads/lock-task'
import type { FromThread, ThreadData, ToThread } from '#engine/threads/messages'
import { startReader } from '#engine/threads/reader'
import { refusalsOfThread } from '#engine/threads/refusal-channel'
import { createRemoteExtractor } from '#engine/threads/remote-extractor'
import { startRepairer } from '#engine/threads/repairer'
import type { Served } from '#engine/threads/serve'
import { asThreadError } from '#engine/threads/thread-error'
import { startWriter } from '#engine/threads/writer'

disableNetwork('threads', refusalsOfThread())
const port = parentPort
if (!port) throw new Error('this file is the entry of a worker thread')
const post = (message: FromThread): void => port.postMessage(message)

async function answer(agenda: Agenda | undefined, serve: Served, call: Call, data: ThreadData): Promise<void> {
  const { id, name, input } = call
  const work = (): unknown => serve.call(name, input)
  try {
    post({ kind: 'reply', id, value: await (agenda ? agenda.take({ name, input }, work) : work()) })
  } catch (error) {
    post({ kind: 'refusal', id, error: asThreadError(error, data.directory) })
  }
}

type Call = Extract<ToThread, { kind: 'call' }>

function served(data: ThreadData, extractor: Extractor): Served {
  switch (data.role) {
    case 'write':
      return startWriter(data, extractor, post)
    case 'read':
      return startReader(data, extractor)
    case 'care':
      return startCarer(data, post)
    case 'repair':
      return startRepairer(data, extractor, post)
  }
}

function serveArchive(data: ThreadData): void {
  const remote = createRemoteExtractor(data.extractWidth, post)
  // The reader is asked for much at once; what the writer is told must be done in the order it was told.
  const agenda = data.role === 'read' ? new Agenda() : undefined
  try {
    const serve = served(data, remote.extractor)
    port?.on('message', (message: ToThread) => {
      if (message.kind === 'extracted') remote.answer(message.id, message.answer)
      else if (message.kind === 'changed') serve.changed(message.changed)
      else if (message.kind === 'busy') serve.busy?.(message.isBusy)
      else void answer(agenda, serve, message, data)
    })
    const { isReadOnly = false, isEncrypted = false, unfinishedChange = null } = serve
    post({ kind: 'ready', isReadOnly, isEncrypted, unfinishedChange })
  } catch (error) {
    post({ kind: 'not-ready', error: asThreadError(error, data.directory) })
  }
}

async function serveLock({ directory, task }: LockThreadData): Promise<void> {
  const tell = (message: FromLockThread): void => port?.postMessage(message)
  try {
    tell({ kind: 'done', keys: await runLockTask(directory, task, (progress) => tell({ kind: 'progress', ...progress })) })
  } catch (error) {
    tell({ kind: 'failed', error: asThreadError(error, directory) })
  }
}

const given = workerData as ThreadData | LockThreadData
if (given.role === 'lock') await serveLock(given)
else serveArchive(given)
