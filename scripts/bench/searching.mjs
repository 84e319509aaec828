// How soon a search answers, beside Recoll on the same files, in turn, each inside its own process; how that grows; and what facets take.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from '../setup/paths.mjs'
import { subset } from './corpus.mjs'
import { loadBenchModule } from './engine-module.mjs'
import { isInstalled } from './formats.mjs'
import { cpuOf, median, quantile } from './measure.mjs'
import { canAskRecoll, openRecoll } from './recoll-process.mjs'
import { searchQueries } from './search-queries.mjs'

const pageSize = 20

/** The archive of a folder: the one kept from an earlier run, or a new one. */
export async function archiveOf({ engine, source, kept, say }) {
  const archive = `${kept}.sanad`
  if (!existsSync(archive)) {
    say(`importing ${source}`)
    await cpuOf(process.execPath, [inProject('out/main/cli.js'), 'import', source, '--archive', archive, '--json'])
  }
  engine.prepareArchive(archive)
  return archive
}

async function recollOf({ source, kept, say }) {
  if (!canAskRecoll || !isInstalled('recollindex')) return undefined
  const configuration = `${kept}.recoll`
  if (!existsSync(join(configuration, 'xapiandb'))) {
    say(`indexing ${source} with recollindex`)
    mkdirSync(configuration, { recursive: true })
    writeFileSync(join(configuration, 'recoll.conf'), `topdirs = ${source}\nloglevel = 1\n`)
    await cpuOf('recollindex', ['-c', configuration, '-z'])
  }
  return openRecoll(configuration)
}

const timed = async (work) => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const figures = (times) => ({ p50: quantile(times, 0.5), p95: quantile(times, 0.95), max: quantile(times, 1) })

/** Every query in turn, ours and theirs after each other, `rounds` times, the first round left out: it warms both. */
async function askInTurn({ asked, recoll, rounds, say, what, ours, theirs }) {
  const results = asked.map((query) => ({ query, ours: [], theirs: [] }))
  for (let round = 0; round <= rounds; round++) {
    say(`${what}: ${asked.length} queries, round ${round} of ${rounds}`)
    for (const result of results) {
      const own = await timed(() => ours(result.query))
      const other = recoll && theirs ? await theirs(result.query) : undefined
      if (round === 0) continue
      result.ours.push(own)
      if (other) result.theirs.push(other.milliseconds)
    }
  }
  return results
}

const all = (results, side) => results.flatMap((result) => result[side])

/** The median of each class, ours and theirs. */
function classesOf(results) {
  const classes = new Map()
  for (const result of results) {
    const known = classes.get(result.query.class) ?? { ours: [], theirs: [] }
    known.ours.push(...result.ours)
    known.theirs.push(...result.theirs)
    classes.set(result.query.class, known)
  }
  return [...classes].map(([name, { ours, theirs }]) => {
    const [own, other] = [median(ours), theirs.length > 0 ? median(theirs) : undefined]
    return { name, ours: own, theirs: other, ratio: other === undefined ? undefined : own / other }
  })
}

const optionsOf = (query) => ({ limit: pageSize, typing: query.typing ?? false })

/** The whole corpus and a tenth of it. `keep` is a folder for archives and indexes that another run may use again. */
export async function benchSearching({ corpus, digest, folder, keep, rounds, say }) {
  const engine = await loadBenchModule('engine')
  const base = join(keep ?? folder, digest)
  mkdirSync(keep ?? folder, { recursive: true })
  const archive = await archiveOf({ engine, source: corpus, kept: base, say })
  const recoll = await recollOf({ source: corpus, kept: base, say })
  const asking = engine.openForAsking(archive)
  const latency = await askInTurn({
    asked: searchQueries,
    recoll,
    rounds,
    say,
    what: 'answers',
    ours: (query) => asking.answer(query.query, optionsOf(query)),
    theirs: (query) => recoll.ask({ query: query.recoll, limit: pageSize })
  })
  const pages = await askInTurn({
    asked: searchQueries,
    recoll,
    rounds: 1,
    say,
    what: 'pages with passages',
    ours: (query) => asking.page(query.query, optionsOf(query)),
    theirs: (query) => recoll.ask({ query: query.recoll, limit: pageSize, passages: true })
  })
  await asking.prepareFacets()
  const facets = await askInTurn({
    asked: searchQueries,
    rounds,
    say,
    what: 'facets',
    ours: (query) => asking.facets(query.query)
  })
  const documents = asking.documents
  asking.close()
  await recoll?.close()
  const tenth = await benchTenth({ engine, corpus, documents, base, folder, rounds, say })
  const side = (results) => ({
    ours: figures(all(results, 'ours')),
    theirs: recoll ? figures(all(results, 'theirs')) : undefined
  })
  return {
    archive,
    documents,
    queries: searchQueries.length,
    latency: side(latency),
    classes: classesOf(latency),
    pages: side(pages),
    facets: figures(all(facets, 'ours')),
    tenth,
    growth: quantile(all(latency, 'ours'), 0.95) / tenth.p95,
    slowest: latency
      .map(({ query, ours, theirs }) => ({ query: query.query, ours: median(ours), theirs: median(theirs) }))
      .sort((a, b) => b.ours - a.ours)
      .slice(0, 10)
  }
}

async function benchTenth({ engine, corpus, documents, base, folder, rounds, say }) {
  const source = join(folder, 'tenth')
  if (!existsSync(`${base}-tenth.sanad`)) subset(corpus, source, { limit: Math.round(documents / 10) })
  const asking = engine.openForAsking(await archiveOf({ engine, source, kept: `${base}-tenth`, say }))
  const results = await askInTurn({
    asked: searchQueries,
    rounds,
    say,
    what: 'a tenth of the files',
    ours: (query) => asking.answer(query.query, optionsOf(query))
  })
  const found = { documents: asking.documents, ...figures(all(results, 'ours')) }
  asking.close()
  return found
}
