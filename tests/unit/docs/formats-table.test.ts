/** The README's table of formats says what the table in the program says. `SANAD_UPDATE_FIXTURES=1` writes it anew. */
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Format } from '#engine/extract/format'
import { FORMATS } from '#engine/extract/formats'

const README = 'README.md'
const BEGIN = '<!-- formats: written by tests/unit/docs/formats-table.test.ts from src/main/engine/extract/formats.ts -->'
const END = '<!-- end of formats -->'

/** In brackets; nothing for what is known by its content alone. */
const named = (extensions: readonly string[]): string[] =>
  extensions.length === 0 ? [] : [`(${extensions.map((extension) => `.${extension}`).join(' ')})`]

const rowOf = ({ label, extensions, covers }: Format): string =>
  `| ${[[label, ...named(extensions)].join(' '), covers.text, covers.metadata, covers.view, covers.limits].join(' | ')} |`

const table = [
  '| format | text | metadata | view | limits |',
  '| --- | --- | --- | --- | --- |',
  ...Object.values<Format>(FORMATS).map(rowOf),
  '| anything else | kept as an original, its type recognised by content, listed under *Needs attention* | – | its beginning as plain text, when asked for | – |'
].join('\n')

it('is the table of the program', () => {
  const readme = readFileSync(README, 'utf8')
  const from = readme.indexOf(BEGIN) + BEGIN.length
  const to = readme.indexOf(END)
  expect(from).toBeGreaterThan(BEGIN.length)
  expect(to).toBeGreaterThan(from)
  if (process.env.SANAD_UPDATE_FIXTURES) writeFileSync(README, `${readme.slice(0, from)}\n${table}\n${readme.slice(to)}`)
  const written = readFileSync(README, 'utf8')
  expect(written.slice(from, written.indexOf(END)).trim()).toBe(table)
})

it('names each extension once', () => {
  const all = Object.values<Format>(FORMATS).flatMap((format) => format.extensions)
  expect(all.filter((extension, at) => all.indexOf(extension) !== at)).toEqual([])
})
