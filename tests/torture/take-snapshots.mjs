// Takes the snapshot of today of the archive named, again and again, in the engine's own thread, until it is killed. Prints a line for each.
import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'

const directory = process.argv[2]
const workerData = { role: 'care', directory, create: false, extractWidth: 1, isUnclean: false, isReadOnly: false, keys: null }
const thread = new Worker(resolve(import.meta.dirname, '../../out/main/engine-thread.js'), { workerData })
let id = 0
const take = () => thread.postMessage({ kind: 'call', id: ++id, name: 'integrity.takeSnapshot', input: {} })
thread.on('error', (error) => {
  throw error
})
thread.on('message', ({ kind, value, error }) => {
  if (kind === 'not-ready' || kind === 'refusal') throw new Error(error.message)
  if (kind === 'reply') process.stdout.write(`${value.day}\n`)
  if (kind === 'ready' || kind === 'reply') take()
})
