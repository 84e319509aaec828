// Recoll (Debian packages recollcmd and python3-recoll) as one process that is asked again and again.
import { spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import { inProject } from '../setup/paths.mjs'

/** Debian's module belongs to Debian's Python, whatever else is first on the path. */
const python = ['/usr/bin/python3', 'python3'].find(
  (program) => spawnSync(program, ['-c', 'import recoll.recoll'], { stdio: 'ignore' }).status === 0
)

export const canAskRecoll = python !== undefined

/** Starts it on an index. `ask` resolves to `{ milliseconds, total, failed, paths? }`; times are taken inside it. */
export async function openRecoll(configuration) {
  if (python === undefined) throw new Error('python3-recoll is not installed.')
  const child = spawn(python, [inProject('scripts/bench/recoll-queries.py'), configuration], {
    stdio: ['pipe', 'pipe', 'ignore']
  })
  const answers = []
  const waiting = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    // It writes notes of its own between the answers.
    if (!line.startsWith('{')) return
    const next = waiting.shift()
    if (next) next(JSON.parse(line))
    else answers.push(JSON.parse(line))
  })
  const take = () => (answers.length > 0 ? Promise.resolve(answers.shift()) : new Promise((resolve) => waiting.push(resolve)))
  await take()
  return {
    ask(asked) {
      child.stdin.write(`${JSON.stringify({ limit: 20, ...asked })}\n`)
      return take()
    },
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.stdin.end()
      await ended
    }
  }
}
