// What a search finds: recall and precision on queries whose right files are counted without an index, and spelling pairs.
import { mkdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { canCountWords, filesWithQueries, lookCloser } from './count-words.mjs'
import { loadBenchModule } from './engine-module.mjs'
import { archiveOf } from './searching.mjs'

/**
 * A query of the list as it is typed here. The list counts whole words, without other forms: so each word stands in quotes.
 * `substr` counts strings without regard to spaces, which is what a phrase of single characters is.
 */
function typed({ query, mode }) {
  const quoted = (text) => `"${text.replaceAll('"', ' ')}"`
  if (mode === 'and') return query.split(/\s+/).map(quoted).join(' ')
  return mode === 'prefix' ? `${query}*` : quoted(query)
}

const tierOf = (files) => (files > 30_000 ? 'large' : files > 3_000 ? 'medium' : 'small')

/**
 * By number only: the list holds numbers, and some paths. Recall is the share of the number that was found (and of the paths), and what was
 * found beyond the number counts as wrong.
 */
function scoreByNumber({ pair, tier, found }) {
  const wanted = pair.expected[tier].folded
  const missing = tier === 'small' ? pair.sample_paths_small.filter((path) => !found.has(path)) : []
  const right = Math.min(wanted, found.size) - missing.length
  return { wanted, missing, extra: [], unproven: found.size - right, right }
}

/** File by file. `held`: files beyond those counted, with the way in which each holds the query all the same. */
function scoreByFile({ files, found, held }) {
  const wanted = new Set(files)
  const extra = [...found].filter((path) => !wanted.has(path))
  const missing = files.filter((path) => !found.has(path))
  const unproven = extra.filter((path) => held[path] === undefined).length
  return {
    wanted: files.length,
    missing,
    extra: extra.map((path) => ({ path, how: held[path] })),
    unproven,
    right: found.size - extra.length
  }
}

const rates = ({ wanted, right, unproven, ...rest }, { query, mode }, found) => ({
  query,
  mode,
  wanted,
  found: found.size,
  ...rest,
  recall: wanted === 0 ? 1 : right / wanted,
  precision: found.size === 0 ? 1 : right / found.size,
  provenPrecision: found.size === 0 ? 1 : 1 - unproven / found.size
})

const mean = (values) => values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length)

/** Files are told one by one where they can be counted here and come to the very numbers of the list. */
async function scoresOf({ list, queries, corpus, tier, asking, base, say }) {
  const answers = list.map((pair) => ({ pair, found: new Set(asking.paths(typed(pair)).map((path) => relative(corpus, path))) }))
  const counted = canCountWords() ? await filesWithQueries({ corpus, queries, base, say }) : {}
  const isSame = (pair) => counted[pair.query]?.length === pair.expected[tier].folded
  const extra = answers
    .filter(({ pair }) => isSame(pair))
    .map(({ pair, found }) => [pair.query, [...found].filter((path) => !counted[pair.query].includes(path))])
    .filter(([, paths]) => paths.length > 0)
  const held = extra.length > 0 ? await lookCloser(corpus, Object.fromEntries(extra)) : {}
  const scores = answers.map(({ pair, found }) => {
    const files = counted[pair.query]
    const made = isSame(pair) ? scoreByFile({ files, found, held: held[pair.query] ?? {} }) : scoreByNumber({ pair, tier, found })
    return rates(made, pair, found)
  })
  return { scores, byFile: list.filter(isSame).length }
}

export async function benchRelevance({ corpus, digest, files, folder, keep, queries, pairs, say }) {
  const engine = await loadBenchModule('engine')
  const results = {}
  if (queries !== undefined) {
    const base = join(keep ?? folder, digest)
    mkdirSync(keep ?? folder, { recursive: true })
    const archive = await archiveOf({ engine, source: corpus, kept: base, say })
    const asking = engine.openForAsking(archive)
    const tier = tierOf(files)
    const list = JSON.parse(readFileSync(queries, 'utf8')).pairs
    const { scores, byFile } = await scoresOf({ list, queries, corpus, tier, asking, base, say })
    asking.close()
    const meanOf = (rate) => mean(scores.map((score) => score[rate]))
    results.queries = {
      tier,
      byFile,
      recall: meanOf('recall'),
      precision: meanOf('precision'),
      provenPrecision: meanOf('provenPrecision'),
      scores
    }
  }
  if (pairs !== undefined) {
    const list = JSON.parse(readFileSync(pairs, 'utf8'))
    const wrong = await engine.wrongPairs(join(folder, 'pairs.sanad'), list)
    results.pairs = { pairs: list.length, wrong }
  }
  return results
}
