// Switches the network off as one of the program's processes does, then tries every way of Node to it. Prints the ways that still work.
import { createRequire } from 'node:module'

const [module, needs] = process.argv.slice(2)
const refused = []
// Where nothing is refused, ways that lead to nobody end in errors of their sockets.
process.on('uncaughtException', () => undefined)
if (module !== 'none') {
  const { disableNetwork } = await import(module)
  disableNetwork(needs, (way) => refused.push(way))
}
const { openWays } = createRequire(import.meta.url)('../../support/node-ways.cjs')
process.stdout.write(JSON.stringify({ open: await openWays(), refused }))
process.exit(0)
