// How well the reading text of web pages is told from the rest, against pages whose main text people marked.
//
// The folder has `ground-truth.json`, an object of `{ articleBody }` by name, and `html/<name>.html` or `html/<name>.html.gz`: the layout of
// the article extraction benchmark that scrapinghub published. No such set can be had from a package registry, so it has to be named.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { inProject } from '../setup/paths.mjs'
import { common, textsOf, wordsOf } from './archive-texts.mjs'
import { cpuOf } from './measure.mjs'

const shingle = 4

/** Runs of four words; a shorter text is one run. */
function runsOf(text) {
  const words = wordsOf(text.toLowerCase())
  if (words.length <= shingle) return words.length === 0 ? [] : [words.join(' ')]
  return words.slice(shingle - 1).map((_, at) => words.slice(at, at + shingle).join(' '))
}

function pageOf(folder, name) {
  const plain = join(folder, 'html', `${name}.html`)
  if (existsSync(plain)) return readFileSync(plain)
  return existsSync(`${plain}.gz`) ? gunzipSync(readFileSync(`${plain}.gz`)) : undefined
}

/** Means over all pages of precision and recall of the reading text, and the F1 of these means. */
export async function benchLabelled({ labelled, folder, say }) {
  const truth = JSON.parse(readFileSync(join(labelled, 'ground-truth.json'), 'utf8'))
  const source = join(folder, 'labelled')
  mkdirSync(source)
  const names = Object.keys(truth).filter((name) => {
    const page = pageOf(labelled, name)
    // Pages of the same bytes would be one document: the name makes each its own.
    if (page !== undefined) writeFileSync(join(source, `${name}.html`), Buffer.concat([page, Buffer.from(`<!-- ${name} -->`)]))
    return page !== undefined
  })
  say(`reading ${names.length} pages whose main text people marked`)
  const archive = join(folder, 'labelled.sanad')
  await cpuOf(process.execPath, [inProject('out/main/cli.js'), 'import', source, '--archive', archive, '--json'])
  const texts = await textsOf(archive)
  const scores = names.map((name) => {
    const [found, wanted] = [runsOf(texts.get(`${name}.html`)?.reader ?? ''), runsOf(truth[name].articleBody)]
    const hits = common(found, wanted)
    return { precision: found.length === 0 ? 0 : hits / found.length, recall: wanted.length === 0 ? 1 : hits / wanted.length }
  })
  const mean = (key) => scores.reduce((sum, score) => sum + score[key], 0) / scores.length
  const [precision, recall] = [mean('precision'), mean('recall')]
  return { pages: names.length, precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}
