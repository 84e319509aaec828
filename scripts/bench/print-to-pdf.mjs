// How well pages are read that were saved with "Print to PDF": the Universal Declaration printed by the runtime, word by word.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fontStyle, printPages } from '../print/print-pages.mjs'
import { declarationPage, declarationText } from '../sample/declaration.mjs'
import { inProject } from '../setup/paths.mjs'
import { cpuOf } from './measure.mjs'
import { textsOfDocument } from './unpacked-text.mjs'

/** Language, the declaration's code, and the font it is printed in. Naskh and Vazirmatn are drawn letter by letter. */
const languages = [
  ['fa', 'pes_1', 'Vazirmatn'],
  ['fa in Naskh', 'pes_1', 'Noto Naskh Arabic'],
  ['ar', 'arb', 'Noto Naskh Arabic'],
  ['ur', 'urd', 'Noto Naskh Arabic'],
  ['he', 'heb', 'Source Serif'],
  ['en', 'eng', 'Source Serif'],
  ['fr', 'fra', 'Source Serif']
]

const wordsOf = (text) =>
  text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u064b-\u0652\u0670]/g, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

const pairsOf = (words) => words.slice(1).map((word, at) => `${words[at]} ${word}`)

function f1(read, there) {
  const left = new Map()
  for (const word of there) left.set(word, (left.get(word) ?? 0) + 1)
  let hits = 0
  for (const word of read) {
    if (!left.get(word)) continue
    hits++
    left.set(word, left.get(word) - 1)
  }
  return (2 * hits) / (read.length + there.length)
}

/** Prints, imports and compares: F1 of words, and of words two by two, for each language. */
export async function benchPrinting({ folder, say }) {
  say('printing the declaration to PDF')
  const source = join(folder, 'printed')
  mkdirSync(source)
  // The numbers before list items are drawn by the style, not part of the text.
  const pages = languages.map(([tag, code, font]) =>
    declarationPage({ code, tag: tag.slice(0, 2) }).replace(
      '</head>',
      `<style>${fontStyle(font)}li{list-style:none}</style></head>`
    )
  )
  for (const [index, pdf] of (await printPages(pages)).entries()) writeFileSync(join(source, `${index}.pdf`), pdf)
  const archive = join(folder, 'printed.sanad')
  await cpuOf(process.execPath, [inProject('out/main/cli.js'), 'import', source, '--archive', archive, '--json'])
  const { default: Database } = await import('better-sqlite3')
  const db = new Database(join(archive, 'archive.db'), { readonly: true })
  const rows = db.prepare('SELECT path, document_id AS id FROM sighting').all()
  const texts = rows.map(({ path, id }) => ({ path, text: textsOfDocument(db, id)?.reader ?? '' }))
  db.close()
  return languages.map(([tag, code], index) => {
    const text = texts.find(({ path }) => path.endsWith(`${index}.pdf`))?.text ?? ''
    const [read, there] = [wordsOf(text), wordsOf(declarationText({ code }))]
    return { language: tag, words: f1(read, there), pairs: f1(pairsOf(read), pairsOf(there)) }
  })
}
