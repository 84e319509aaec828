// Measures Sanad against the least that could do the same, each in turn in one run on the same files:
//   npm run bench [-- PART...] [--corpus FOLDER] [--labelled FOLDER] [--json FILE]
//                 [--keep FOLDER] [--queries FILE] [--pairs FILE] [--documents NUMBER]
//   parts: import repeat memory loop search start formats encryption verify recoll labelled relevance million
//   --keep: where archives and Recoll's indexes are kept for the next run; --documents: how many "million" writes
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { benchEventLoop, benchSearch, benchStart } from './bench/app.mjs'
import { describeCorpus, gatherOwnFiles, generateCorpus, subset } from './bench/corpus.mjs'
import { benchEncryption } from './bench/encryption.mjs'
import { benchFormats } from './bench/formats.mjs'
import { benchImport, benchMemory, benchRepeat } from './bench/importing.mjs'
import { benchLabelled } from './bench/labelled.mjs'
import { cpuOf } from './bench/measure.mjs'
import { benchMillion } from './bench/million.mjs'
import { benchPrinting } from './bench/print-to-pdf.mjs'
import { benchRecall } from './bench/recall.mjs'
import { benchRecoll } from './bench/recoll.mjs'
import { benchRelevance } from './bench/relevance.mjs'
import { report } from './bench/report.mjs'
import { benchSearching } from './bench/searching.mjs'
import { benchTyping } from './bench/typing.mjs'
import { benchVerify } from './bench/verifying.mjs'
import { build } from './build.mjs'
import { withDisplay } from './display.mjs'
import { electronPath } from './electron-path.mjs'
import { sandboxArguments } from './sandbox.mjs'
import { inProject } from './setup/paths.mjs'
import { runScript, SetupFailure, say } from './setup/say.mjs'

const parts = [
  'import',
  'repeat',
  'memory',
  'loop',
  'search',
  'start',
  'formats',
  'encryption',
  'verify',
  'recoll',
  'labelled',
  'relevance',
  'million'
]
/** They run only when they are asked for, or what they need is named. */
const onRequest = ['recoll', 'labelled', 'relevance', 'million']
const many = 10_000
const few = 1_000

function readArguments(given) {
  const options = { chosen: [], documents: 1_000_000 }
  for (let at = 0; at < given.length; at++) {
    const named = /^--(corpus|labelled|json|keep|queries|pairs)$/.exec(given[at])
    if (named) options[named[1]] = resolve(given[++at] ?? '.')
    else if (given[at] === '--documents') options.documents = Math.max(1, Number(given[++at]) || options.documents)
    else if (parts.includes(given[at])) options.chosen.push(given[at])
    else throw new SetupFailure(`There is no part "${given[at]}" of the benchmark.`, `The parts are: ${parts.join(', ')}.`)
  }
  const isNamed = {
    recoll: options.corpus !== undefined,
    labelled: options.labelled !== undefined,
    relevance: options.queries !== undefined || options.pairs !== undefined
  }
  const usual = parts.filter((part) => !onRequest.includes(part) || isNamed[part])
  const chosen = options.chosen.length === 0 ? usual : options.chosen
  if (chosen.includes('labelled') && !isNamed.labelled)
    throw new SetupFailure('This part needs pages whose main text people marked.', 'Name a folder of them: --labelled FOLDER.')
  return { ...options, chosen }
}

/** An archive and a plain index of the same documents, for the parts that only ask. */
async function fillForAsking({ corpus, folder }) {
  say('filling an archive and a plain index for the search')
  const source = join(folder, 'ask-files')
  subset(corpus, source, { accept: (file) => /\.(html?|txt|md)$/i.test(file), limit: many })
  const archive = join(folder, 'ask.sanad')
  const plain = join(folder, 'ask.db')
  await cpuOf(process.execPath, [inProject('out/main/cli.js'), 'import', source, '--archive', archive, '--json'])
  await cpuOf(process.execPath, [inProject('tests/bench/plain-fts5.mjs'), source, plain])
  return { archive, plain, source }
}

/** The files named, else those that the project has of every format: its sample and its golden files. */
function filesOfEveryFormat({ named, folder }) {
  if (named !== undefined) return named
  const own = join(folder, 'own-files')
  gatherOwnFiles(own)
  return own
}

async function measure({ chosen, corpus, named, labelled, folder, env, sandbox, about, ...options }) {
  const shared = { corpus, folder, env, sandbox, say, digest: about.digest, files: about.files, ...options }
  const results = {}
  const run = async (part, work) => {
    if (chosen.includes(part)) results[part] = await work()
  }
  await run('import', () => benchImport({ ...shared, limit: 2_000, rounds: 3 }))
  await run('repeat', () => benchRepeat({ ...shared, limit: 2_000 }))
  await run('memory', () => benchMemory({ ...shared, few, many }))
  // What is measured of a search in process comes first: nothing else has filled the memory yet.
  await run('search', async () => ({ process: await benchSearching({ ...shared, rounds: 5 }) }))
  const asked = ['loop', 'search', 'start'].some((part) => chosen.includes(part)) ? await fillForAsking(shared) : undefined
  await run('loop', () => benchEventLoop({ ...shared, ...asked }))
  if (chosen.includes('search')) {
    results.search.window = await benchSearch({ ...shared, ...asked, rounds: 5 })
    results.search.painted = await benchTyping({ ...shared, archive: results.search.process.archive })
  }
  await run('start', () => benchStart({ ...shared, ...asked, rounds: 9 }))
  await run('formats', () => benchFormats({ ...shared, corpus: filesOfEveryFormat({ named, folder }), limit: 200, rounds: 3 }))
  if (chosen.includes('formats')) {
    results.printing = await benchPrinting(shared)
    results.recall = await benchRecall(shared)
  }
  await run('encryption', () => benchEncryption({ ...shared, limit: 2_000, rounds: 3 }))
  await run('verify', () => benchVerify({ ...shared, limit: 5_000, rounds: 3 }))
  await run('labelled', () => benchLabelled({ ...shared, labelled }))
  await run('relevance', () => benchRelevance(shared))
  await run('million', () => benchMillion({ ...shared, rounds: 5 }))
  await run('recoll', () => benchRecoll({ ...shared, rounds: 3 }))
  return results
}

await runScript(async () => {
  const options = readArguments(process.argv.slice(2))
  // Documents made by rule need no files, no window and no parsers.
  const needsFiles = options.chosen.some((part) => part !== 'million')
  if (needsFiles) await build()
  const folder = mkdtempSync(join(tmpdir(), 'sanad-bench-'))
  try {
    const corpus = options.corpus ?? join(folder, 'corpus')
    if (options.corpus === undefined && needsFiles) {
      say(`writing a corpus of ${many} files`)
      mkdirSync(corpus)
      generateCorpus(corpus, many)
    }
    const files = needsFiles ? describeCorpus(corpus) : { files: 0, bytes: 0, digest: 'none' }
    const about = { ...files, cores: cpus().length, processor: cpus()[0]?.model ?? '', node: process.version }
    const given = { ...options, corpus, named: options.corpus, folder, about }
    const inWindow = async (env) => measure({ ...given, env, sandbox: await sandboxArguments(electronPath()) })
    const results = await (needsFiles ? withDisplay(inWindow) : measure(given))
    process.stdout.write(report(about, results))
    if (options.json) writeFileSync(options.json, `${JSON.stringify({ about, ...results }, null, 2)}\n`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
