// How long answers take over ten thousand documents, and against the bare FTS5 query for the same words.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { inProject } from '../../scripts/setup/paths.mjs'
import { listFiles, makeCorpus } from './corpus.mjs'
import { measure, quantile } from './measured.mjs'

const ROUNDS = 3
const FILTER = { section: 'all', tagIds: [], folderId: null, importId: null, languages: [], mediaTypes: [] }

/** Words of every frequency, phrases, beginnings, exclusions, and several scripts. */
const QUERIES = [
  'the',
  'human rights',
  '"human rights"',
  'freedom',
  'execution OR torture',
  'everyone -women',
  'slav*',
  'title:declaration',
  'rights lang:en',
  'آزادی',
  'حقوق بشر',
  '"حقوق بشر"',
  'الانسان',
  'liberté',
  "droits de l'homme",
  'права человека',
  'Menschenrechte',
  '人权',
  'insan hakları',
  'recht',
  'nacionalidad',
  'education family',
  'فرد',
  'nowhere-to-be-found'
]

/** The engine's reading thread, as the main process holds it. */
async function startReader(directory) {
  const worker = new Worker(pathToFileURL(inProject('out/main/engine-thread.js')), {
    workerData: { role: 'read', directory, create: false, extractWidth: 1 }
  })
  const waiting = new Map()
  let last = 0
  await new Promise((resolve, reject) => {
    worker.on('message', (message) => {
      if (message.kind === 'ready') resolve()
      else if (message.kind === 'not-ready') reject(new Error(message.error.message))
      else if (message.kind === 'reply') waiting.get(message.id).resolve(message.value)
      else if (message.kind === 'refusal') waiting.get(message.id).reject(new Error(message.error.message))
    })
    worker.on('error', reject)
  })
  const call = (name, input) =>
    new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve, reject })
      worker.postMessage({ kind: 'call', id: last, name, input })
    })
  return { call, end: () => worker.terminate() }
}

async function timed(work) {
  const start = performance.now()
  const answer = await work()
  return { ms: performance.now() - start, answer }
}

export async function benchSearch({ corpus, work }) {
  const folder = corpus ?? join(work, 'search')
  if (!corpus) {
    makeCorpus(folder, 8000, 'text')
    makeCorpus(join(folder, 'pages'), 2000, 'html')
  }
  const archive = join(work, 'search.sanad')
  await measure(process.execPath, [inProject('out/main/cli.js'), 'import', folder, '--archive', archive])
  const db = new Database(join(archive, 'archive.db'), { readonly: true })
  const documents = db.prepare('SELECT count(*) FROM document').pluck().get()
  const reader = await startReader(archive)
  const first = []
  const settled = []
  let total = 0
  for (let round = 0; round < ROUNDS; round++) {
    for (const query of QUERIES) {
      const request = { query, filter: FILTER, sort: 'relevance', offset: 0, limit: 25, typing: false }
      const { ms, answer } = await timed(() => reader.call('search.run', request))
      ;(round === 0 ? first : settled).push(ms)
      total += answer.total
    }
  }
  // Letting go of what a change would make stale: the next answers read their texts again.
  await reader.end()
  db.close()
  const files = listFiles(folder, ['']).length
  rmSync(archive, { recursive: true, force: true })
  if (!corpus) rmSync(folder, { recursive: true, force: true })
  const detail = `${documents} documents of ${files} files, ${QUERIES.length} queries, ${total} matches counted; a page of 25 with passages`
  return [
    { name: 'search, first time, p50', value: quantile(first, 0.5), unit: 'ms', detail },
    { name: 'search, first time, p95', value: quantile(first, 0.95), unit: 'ms', detail: '' },
    { name: 'search, repeated (while typing), p50', value: quantile(settled, 0.5), unit: 'ms', detail: '' },
    { name: 'search, repeated (while typing), p95', value: quantile(settled, 0.95), unit: 'ms', detail: '' }
  ]
}
