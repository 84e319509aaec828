// Writes the PDFs of tests/fixtures/pdf: some object by object, some printed by the runtime. Run it after a change of a case; the printed
// ones differ from run to run by their dates alone, so they are only made anew where they are missing or with --print.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hostile } from './fixtures/hostile-pdf-cases.mjs'
import { written } from './fixtures/pdf-cases.mjs'
import { printed } from './fixtures/printed-pages.mjs'
import { fontStyle, printPages } from './print/print-pages.mjs'
import { inProject } from './setup/paths.mjs'
import { runScript } from './setup/say.mjs'

const folder = inProject('tests/fixtures/pdf')

function put(name, file, bytes) {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, file), bytes)
}

await runScript(async () => {
  for (const [name, make] of Object.entries({ ...written, ...hostile })) put(name, 'source.pdf', make())
  const wanted = printed.filter(({ name }) => process.argv.includes('--print') || !existsSync(join(folder, name, 'source.pdf')))
  if (wanted.length === 0) return
  const pages = wanted.map(
    ({ language, direction, font, style, body }) =>
      `<!doctype html><html lang="${language}" dir="${direction}"><meta charset="utf-8"><title>${body.match(/<h1>([^<]*)/)[1]}</title>` +
      `<style>${fontStyle(font)}body{font-size:15px;line-height:1.7}h1,h2{font-weight:400}${style ?? ''}</style>${body}`
  )
  const files = await printPages(pages, { pageSize: 'A5' })
  for (const [index, { name, body }] of wanted.entries()) {
    const text = body
      .replace(/<\/(h1|h2|p|li|td)>/g, '\n')
      .replace(/<[^>]+>/g, '')
      .replaceAll('&nbsp;', '\u00a0')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    put(name, 'source.pdf', files[index])
    put(name, 'text.txt', `${text.join('\n')}\n`)
  }
})
