// A million documents made by rule: how soon they answer, and how large the index is beside their text.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { loadBenchModule } from './engine-module.mjs'
import { quantile } from './measure.mjs'

/** Words by how frequent they are: rank 0 stands in most documents, rank 150,000 in a few. */
function queriesOf(word) {
  const words = (ranks) => ranks.map(word)
  return [
    ...words([0, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000, 150_000]),
    ...[
      [0, 1000],
      [30, 100],
      [100, 300],
      [1000, 3000],
      [20, 100_000]
    ].map((ranks) => words(ranks).join(' ')),
    ...[
      [300, 1000],
      [30, 50_000]
    ].map((ranks) => words(ranks).join(' OR ')),
    ...[
      [100, 101],
      [2000, 40]
    ].map((ranks) => `"${words(ranks).join(' ')}"`),
    `${word(1000)} -${word(100)}`,
    `${word(40_000)}*`,
    `title:${word(300)}`,
    `${word(200)} after:1990`
  ]
}

export async function benchMillion({ folder, keep, documents, rounds, say }) {
  const engine = await loadBenchModule('engine')
  mkdirSync(keep ?? folder, { recursive: true })
  const archive = join(keep ?? folder, `generated-${documents}.sanad`)
  say(`writing ${documents} documents`)
  engine.writeManyDocuments(archive, documents, say)
  const tables = engine.measureIndex(archive)
  const index = tables.reduce((sum, { bytes }) => sum + bytes, 0)
  const text = engine.generatedBytes(documents)
  const asking = engine.openForAsking(archive)
  const times = []
  const slowest = []
  for (const query of queriesOf(engine.wordOfRank)) {
    say(query)
    const own = []
    for (let round = 0; round <= rounds; round++) {
      const start = performance.now()
      asking.answer(query)
      // The first round reads the pages that the others find in memory.
      if (round > 0) own.push(performance.now() - start)
    }
    times.push(...own)
    slowest.push({ query, milliseconds: quantile(own, 0.5) })
  }
  asking.close()
  return {
    documents,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    max: quantile(times, 1),
    text,
    index,
    ratio: index / text,
    tables,
    slowest: slowest.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 8)
  }
}
