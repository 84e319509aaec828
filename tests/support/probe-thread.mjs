// A thread as the program starts it, with the program's own entry, that then tries every way to a network and says which were open.
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

await import(workerData.entry)
const { openWays } = createRequire(import.meta.url)('./node-ways.cjs')
parentPort.postMessage({ openWays: await openWays() })
