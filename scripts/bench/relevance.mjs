// What a search finds: recall and precision on queries whose right number of files was counted without an index, and spelling pairs.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
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
 * Files are counted once. The list holds numbers, and some paths; which files are meant beyond that it does not say, so recall is the
 * share of the number that was found (and of the paths), and precision counts what was found beyond the number as wrong.
 */
function score(pair, tier, found, corpus) {
  const wanted = pair.expected[tier].folded
  const paths = new Set(found)
  const missing = tier === 'small' ? pair.sample_paths_small.filter((path) => !paths.has(join(corpus, path))) : []
  const right = Math.min(wanted, paths.size) - missing.length
  return {
    query: pair.query,
    mode: pair.mode,
    wanted,
    found: paths.size,
    missing,
    recall: wanted === 0 ? 1 : right / wanted,
    precision: paths.size === 0 ? 1 : right / paths.size
  }
}

const mean = (values) => values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length)

export async function benchRelevance({ corpus, digest, files, folder, keep, queries, pairs, say }) {
  const engine = await loadBenchModule('engine')
  const results = {}
  if (queries !== undefined) {
    const archive = await archiveOf({ engine, source: corpus, kept: join(keep ?? folder, digest), say })
    const asking = engine.openForAsking(archive)
    const tier = tierOf(files)
    const scores = JSON.parse(readFileSync(queries, 'utf8')).pairs.map((pair) =>
      score(pair, tier, asking.paths(typed(pair)), corpus)
    )
    asking.close()
    results.queries = {
      tier,
      recall: mean(scores.map(({ recall }) => recall)),
      precision: mean(scores.map(({ precision }) => precision)),
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
