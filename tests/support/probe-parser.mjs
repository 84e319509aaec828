// A process that reads documents, with the program's own entry, that then tries every way to a network and says which were open.
import { createRequire } from 'node:module'

await import(process.argv[2])
const { openWays } = createRequire(import.meta.url)('./node-ways.cjs')
process.parentPort.postMessage({ openWays: await openWays() })
