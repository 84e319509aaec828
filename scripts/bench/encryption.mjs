// What a passphrase costs: the same files imported into a plain and an encrypted archive in turn, and the same queries asked of both in turn.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from '../setup/paths.mjs'
import { subset } from './corpus.mjs'
import { loadBenchModule } from './engine-module.mjs'
import { cpuOf, median, quantile } from './measure.mjs'
import { searchQueries } from './search-queries.mjs'

const cli = inProject('out/main/cli.js')
const passphrase = 'seven stones in a quiet river'

/** Imports and asks each `rounds` times; the first round of queries is left out, it warms both. */
export async function benchEncryption({ corpus, folder, limit, rounds, say }) {
  const engine = await loadBenchModule('engine')
  const source = join(folder, 'encryption-files')
  const files = subset(corpus, source, { limit })
  const file = join(folder, 'passphrase.txt')
  writeFileSync(file, `${passphrase}\n`)
  const sides = {
    plain: { archive: join(folder, 'plain.sanad'), options: [], seconds: [], cpu: [], asked: [], pages: [] },
    sealed: {
      archive: join(folder, 'sealed.sanad'),
      options: ['--passphrase-file', file],
      seconds: [],
      cpu: [],
      asked: [],
      pages: []
    }
  }
  for (let round = 0; round < rounds; round++) {
    // Whoever is first finds the files not yet in the system's memory: each is first in turn.
    const order = round % 2 === 0 ? ['plain', 'sealed'] : ['sealed', 'plain']
    for (const name of order) {
      const side = sides[name]
      say(`import into the ${name} archive, round ${round + 1} of ${rounds}`)
      rmSync(side.archive, { recursive: true, force: true })
      const ran = await cpuOf(process.execPath, [cli, 'import', source, '--archive', side.archive, '--json', ...side.options])
      side.seconds.push(ran.seconds)
      side.cpu.push(ran.cpu)
    }
  }
  for (const side of Object.values(sides)) {
    side.keys = side === sides.sealed ? await engine.unlock(side.archive, passphrase) : null
    engine.prepareArchive(side.archive, side.keys)
    side.asking = engine.openForAsking(side.archive, side.keys)
  }
  const timed = (work) => {
    const start = performance.now()
    work()
    return performance.now() - start
  }
  for (let round = 0; round <= 2 * rounds; round++) {
    say(`${searchQueries.length} queries of both, round ${round} of ${2 * rounds}`)
    for (const query of searchQueries) {
      for (const side of Object.values(sides)) {
        const options = { limit: 20, typing: query.typing ?? false }
        const answer = timed(() => side.asking.answer(query.query, options))
        const page = timed(() => side.asking.page(query.query, options))
        if (round === 0) continue
        side.asked.push(answer)
        side.pages.push(page)
      }
    }
  }
  const { documents } = sides.plain.asking
  for (const { asking } of Object.values(sides)) asking.close()
  const unlocking = []
  for (let round = 0; round < 3; round++) {
    const start = performance.now()
    await engine.unlock(sides.sealed.archive, passphrase)
    unlocking.push(performance.now() - start)
  }
  const figures = ({ seconds, cpu, asked, pages }) => ({
    seconds: median(seconds),
    cpu: median(cpu),
    p50: quantile(asked, 0.5),
    p95: quantile(asked, 0.95),
    pageP95: quantile(pages, 0.95)
  })
  const [plain, sealed] = [figures(sides.plain), figures(sides.sealed)]
  return { files, documents, queries: searchQueries.length, plain, sealed, unlockMs: median(unlocking) }
}
