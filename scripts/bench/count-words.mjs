// Which files hold a query, counted without an index by a program of its own (count-words.py: Python 3 and pdftotext).
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { inProject } from '../setup/paths.mjs'
import { isInstalled } from './formats.mjs'

export const canCountWords = () => isInstalled('python3') && isInstalled('pdftotext')

async function counted(args, input) {
  const child = spawn('python3', [inProject('scripts/bench/count-words.py'), ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text
  })
  child.stdin.end(input)
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`count-words.py ${args[0]} ended with ${code}`)
  return JSON.parse(output)
}

/** The same for the same queries, counted in the same way. */
const keyOf = (queries) =>
  [queries, inProject('scripts/bench/count-words.py')]
    .reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256'))
    .digest('hex')
    .slice(0, 8)

/** `{ query: paths }`, relative to the corpus; what an earlier run on the same files left beside `base` is used again. */
export async function filesWithQueries({ corpus, queries, base, say }) {
  const kept = `${base}.words-${keyOf(queries)}.json`
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'))
  say(`counting the words of ${corpus} without an index: four seconds of CPU for a thousand files`)
  const found = await counted(['files', corpus, queries], '')
  writeFileSync(kept, JSON.stringify(found))
  return found
}

/** Of `{ query: paths }`, those that hold it in a way the counting does not read, and how: `{ query: { path: how } }`. */
export const lookCloser = (corpus, asked) => counted(['look', corpus], JSON.stringify(asked))
