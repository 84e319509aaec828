// The whole import against the indexer of Recoll (Debian package recollcmd), on the same files, in turn.
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { inProject } from '../setup/paths.mjs'
import { subset } from './corpus.mjs'
import { isInstalled } from './formats.mjs'
import { cpuOf, median, memoryOf } from './measure.mjs'
import { textsOfDocument } from './unpacked-text.mjs'

const cli = inProject('out/main/cli.js')

async function recollCpu(source, configuration) {
  mkdirSync(configuration, { recursive: true })
  writeFileSync(join(configuration, 'recoll.conf'), `topdirs = ${source}\n`)
  return (await cpuOf('recollindex', ['-c', configuration, '-z'])).cpu
}

/** Bytes of the archive beside its originals, and of the text in it. */
async function storeOf(archive) {
  const { default: Database } = await import('better-sqlite3')
  const db = new Database(join(archive, 'archive.db'), { readonly: true })
  let text = 0
  // What can be read: all text, of which the Reader's is a part.
  for (const id of db.prepare('SELECT DISTINCT document_id FROM document_text').pluck().all())
    text += Buffer.byteLength(textsOfDocument(db, id).all)
  db.close()
  const beside = readdirSync(archive, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(archive, entry.name)).size, 0)
  return { text, beside, ratio: beside / text }
}

/** CPU of importing a corpus with and without its PDF files, against recollindex; memory and size of the store. */
export async function benchRecoll({ corpus, folder, rounds, say }) {
  if (!isInstalled('recollindex')) throw new Error('recollindex is not installed (Debian package recollcmd).')
  const results = {}
  for (const [name, accept] of [
    ['without PDF', (file) => extname(file).toLowerCase() !== '.pdf'],
    ['with PDF', () => true]
  ]) {
    const source = join(folder, `recoll-${name.replaceAll(' ', '-')}`)
    const files = subset(corpus, source, { accept })
    const ours = []
    const theirs = []
    for (let round = 0; round < rounds; round++) {
      say(`${files} files ${name}, round ${round + 1} of ${rounds}`)
      const archive = `${source}-${round}.sanad`
      ours.push((await cpuOf(process.execPath, [cli, 'import', source, '--archive', archive, '--json'])).cpu)
      theirs.push(await recollCpu(source, `${source}-${round}.recoll`))
    }
    const memory = await memoryOf(process.execPath, [cli, 'import', source, '--archive', `${source}-memory.sanad`, '--json'])
    const store = await storeOf(`${source}-0.sanad`)
    results[name] = { files, cpu: median(ours), theirCpu: median(theirs), ratio: median(ours) / median(theirs), memory, store }
  }
  return results
}
