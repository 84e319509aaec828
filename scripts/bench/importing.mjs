// Importing: CPU against plain SQLite, a second import of the same folder, and memory.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from '../setup/paths.mjs'
import { isPage, isText, subset } from './corpus.mjs'
import { cpuOf, median, memoryOf } from './measure.mjs'
import { textsOfDocument } from './unpacked-text.mjs'

const cli = inProject('out/main/cli.js')
const plain = inProject('tests/bench/plain-fts5.mjs')
const importInto = (archive, folder) => [cli, 'import', folder, '--archive', archive, '--json']

/** Writes the text of every document of an archive as a file: what a plain index is given. Answers with the number. */
async function writeReadyTexts(archive, folder) {
  const { default: Database } = await import('better-sqlite3')
  const db = new Database(join(archive, 'archive.db'), { readonly: true })
  const rows = db.prepare('SELECT id, title FROM document WHERE id IN (SELECT document_id FROM document_text) ORDER BY id')
  let documents = 0
  for (const { id, title } of rows.all()) {
    const inside = join(folder, String(Math.floor(documents / 100)))
    if (documents % 100 === 0) mkdirSync(inside, { recursive: true })
    writeFileSync(join(inside, `${id}.txt`), `${title.replaceAll('\n', ' ')}\n${textsOfDocument(db, id).all}`)
    documents += 1
  }
  db.close()
  return documents
}

/** CPU of importing one kind of file, and of a plain index of the same words, in turn. */
async function compare({ folder, name, source, rounds, say }) {
  const ready = join(folder, `${name}-ready`)
  const ours = []
  const theirs = []
  const seconds = []
  let documents = 0
  for (let round = 0; round < rounds; round++) {
    say(`${name}, round ${round + 1} of ${rounds}`)
    const archive = join(folder, `${name}-${round}.sanad`)
    const run = await cpuOf(process.execPath, importInto(archive, source))
    ours.push(run.cpu)
    seconds.push(run.seconds)
    if (round === 0) documents = await writeReadyTexts(archive, ready)
    theirs.push((await cpuOf(process.execPath, [plain, ready, join(folder, `${name}-${round}.db`)])).cpu)
  }
  return {
    documents,
    cpu: median(ours),
    plainCpu: median(theirs),
    seconds: median(seconds),
    ratio: median(ours) / median(theirs)
  }
}

/** HTML and text, each against plain FTS5 of the same text. */
export async function benchImport({ corpus, folder, limit, rounds, say }) {
  const results = {}
  for (const [name, accept] of [
    ['html', isPage],
    ['text', isText]
  ]) {
    const source = join(folder, `${name}-files`)
    if (subset(corpus, source, { accept, limit }) === 0) continue
    results[name] = await compare({ folder, name, source, rounds, say })
  }
  return results
}

/** The first import of a folder, and the next one, which finds nothing new. */
export async function benchRepeat({ corpus, folder, limit, say }) {
  const source = join(folder, 'repeat-files')
  const files = subset(corpus, source, { limit })
  const archive = join(folder, 'repeat.sanad')
  say('first import')
  const first = await cpuOf(process.execPath, importInto(archive, source))
  const again = []
  for (let round = 0; round < 3; round++) {
    say(`import of the unchanged folder, round ${round + 1} of 3`)
    again.push(await cpuOf(process.execPath, importInto(archive, source)))
  }
  const seconds = median(again.map((run) => run.seconds))
  const cpu = median(again.map((run) => run.cpu))
  return {
    files,
    firstSeconds: first.seconds,
    seconds,
    firstCpu: first.cpu,
    cpu,
    ratio: seconds / first.seconds,
    cpuRatio: cpu / first.cpu
  }
}

/** Largest memory while importing a few and while importing many. */
export async function benchMemory({ corpus, folder, few, many, say }) {
  const measure = async (limit) => {
    const source = join(folder, `memory-${limit}`)
    const files = subset(corpus, source, { limit })
    say(`memory of importing ${files} files`)
    return { files, ...(await memoryOf(process.execPath, importInto(join(folder, `memory-${limit}.sanad`), source))) }
  }
  const small = await measure(few)
  const large = await measure(many)
  return { small, large, ratio: large.own / small.own, togetherRatio: large.together / small.together }
}
