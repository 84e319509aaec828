/** Entry of the engine's two worker threads: one owns the writing connection and the import, the other answers what only reads. */
import { parentPort, workerData } from 'node:worker_threads'
import { disableNetwork } from '#engine/extract/no-network'
import { Agenda } from '#engine/threads/agenda'
import type { FromThread, ThreadData, ToThread } from '#engine/threads/messages'
import { startReader } from '#engine/threads/reader'
import { refusalsOfThread } from '#engine/threads/refusal-channel'
import { createRemoteExtractor } from '#engine/threads/remote-extractor'
import type { Served } from '#engine/threads/serve'
import { asThreadError } from '#engine/threads/thread-error'
import { startWriter } from '#engine/threads/writer'

disableNetwork('threads', refusalsOfThread())
const port = parentPort
if (!port) throw new Error('this file is the entry of a worker thread')
const data = workerData as ThreadData
const post = (message: FromThread): void => port.postMessage(message)
const remote = createRemoteExtractor(data.extractWidth, post)

/** The reader is asked for much at once; what the writer is told must be done in the order it was told. */
const agenda = data.role === 'read' ? new Agenda() : undefined

async function answer(serve: Served, id: number, name: string, input: unknown): Promise<void> {
  const work = (): unknown => serve.call(name, input)
  try {
    post({ kind: 'reply', id, value: await (agenda ? agenda.take({ name, input }, work) : work()) })
  } catch (error) {
    post({ kind: 'refusal', id, error: asThreadError(error, data.directory) })
  }
}

try {
  const serve = data.role === 'write' ? startWriter(data, remote.extractor, post) : startReader(data, remote.extractor)
  port.on('message', (message: ToThread) => {
    if (message.kind === 'extracted') remote.answer(message.id, message.answer)
    else if (message.kind === 'changed') serve.changed(message.changed)
    else void answer(serve, message.id, message.name, message.input)
  })
  post({ kind: 'ready' })
} catch (error) {
  post({ kind: 'not-ready', error: asThreadError(error, data.directory) })
}
