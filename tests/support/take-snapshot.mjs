// Opens the archive named in the engine's own threads, takes the snapshot of today as care does by itself, and prints what came of it and
// what the window is told afterwards, as JSON.
import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'

const directory = process.argv[2]
const entry = resolve(import.meta.dirname, '../../out/main/engine-thread.js')

function start(role, isReadOnly, onPass) {
  const workerData = { role, directory, create: false, extractWidth: 1, isUnclean: false, isReadOnly, keys: null }
  const thread = new Worker(entry, { workerData })
  const waiting = new Map()
  let id = 0
  const call = (name, input = {}) =>
    new Promise((done, fail) => {
      waiting.set(++id, { done, fail })
      thread.postMessage({ kind: 'call', id, name, input })
    })
  const end = async () => {
    await call('engine.close')
    await thread.terminate()
  }
  return new Promise((ready, fail) => {
    thread.on('error', fail)
    thread.on('message', (message) => {
      if (message.kind === 'ready') ready({ call, end, isReadOnly: message.isReadOnly })
      else if (message.kind === 'not-ready') fail(new Error(message.error.message))
      else if (message.kind === 'pass') onPass(message)
      else if (message.kind === 'reply') waiting.get(message.id).done(message.value)
      else if (message.kind === 'refusal') waiting.get(message.id).fail(message.error)
    })
  })
}

const passed = []
const writer = await start('write', false, () => undefined)
const care = await start('care', writer.isReadOnly, ({ name, input }) => passed.push(writer.call(name, input)))
const ended = await care.call('integrity.takeSnapshot').then(
  ({ day }) => ({ taken: day }),
  ({ code, message }) => ({ refused: code, message })
)
const state = await care.call('integrity.state')
const kept = await Promise.allSettled(passed)
await care.end()
await writer.end()
const { snapshots, snapshotFailure } = state
const isKept = kept.every(({ status }) => status === 'fulfilled')
process.stdout.write(JSON.stringify({ ...ended, snapshots: snapshots.map(({ day }) => day), snapshotFailure, isKept }))
