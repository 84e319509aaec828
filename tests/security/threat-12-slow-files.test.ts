/** Threat 12: files and patterns that take time without end. */
import { expect, test } from 'vitest'
import { recordMessage } from '#engine/store/messages'
import { addDocuments, newArchive } from '#tests/support/archive'
import { importHostile, named } from '#tests/support/hostile/import-hostile'
import { cpuTime, ownPatterns, slowPump } from '#tests/support/own-patterns'

const MIB = 1024 * 1024

/** Patterns that take time with the square of their text, and what keeps that text short. */
const ON_SHORT_TEXTS: Readonly<Record<string, string>> = {
  'shared/text/word-at-caret.ts': 'at most 200 characters before the caret',
  'main/engine/search/other-spellings.ts': 'a query: 10,000 characters',
  'main/engine/search/ranked-phrases.ts': 'an expression that the program made itself',
  'main/engine/extract/text/byline.ts': 'lines of at most 110 characters',
  'main/engine/extract/dates/date-line.ts': 'lines of at most 120 characters',
  'main/engine/extract/html/page-title.ts': 'titles whose spaces were made one',
  'main/engine/extract/html/attempts.ts': 'at most 20,000 characters whose spaces were made one',
  'main/engine/import/write-document.ts': 'single terms, which are cut',
  'main/engine/store/messages.ts': 'ids that were cut to 1,000 characters',
  'main/engine/extract/rtf/rtf-meta.ts': 'values that were cut to 2,000 characters',
  'main/engine/extract/sheets/calendar-date.ts': 'number formats of at most 255 characters',
  'main/engine/extract/text/news-clipping.ts': 'headlines of at most 300 characters'
}

test('threat 12: every pattern of the sources is linear, or sees short texts only', { timeout: 600_000 }, () => {
  const patterns = ownPatterns()
  expect(patterns.length).toBeGreaterThan(600)
  const slow = patterns.flatMap((own) => {
    const pump = slowPump(own)
    return pump === undefined ? [] : [{ ...own, pump }]
  })
  expect(slow.filter(({ file }) => ON_SHORT_TEXTS[file] === undefined)).toEqual([])
  // A megabyte through each of the others: far less than a second, of which a busy machine is not counted.
  const text = `${'a'.repeat(MIB)}!`
  const long = patterns.filter(({ file }) => ON_SHORT_TEXTS[file] === undefined).filter((own) => cpuTime(own, text, 1000) >= 1000)
  expect(long).toEqual([])
})

test('threat 12: a slow pattern is found', () => {
  for (const pattern of ['(a+)+$', '\\s+$', 'a*a*b'])
    expect(slowPump({ pattern, flags: '', file: 'none' }), pattern).toBeDefined()
})

test('threat 12: a header full of brackets does not hold up who writes', () => {
  const archive = newArchive()
  const [id] = addDocuments(archive, [{ text: 'A letter.' }])
  if (id === undefined) throw new Error('there is no document')
  const odd = `${'> '.repeat(MIB)}x`
  recordMessage(archive.db, id, { messageId: odd, references: [odd, `<${odd}`] })
  expect(archive.db.open).toBe(true)
})

test('threat 12: tables of quotes, words without end and endless tags end', { timeout: 600_000 }, async () => {
  const files = {
    ...named(
      'quotes.csv',
      'columns.csv',
      'one word.txt',
      'brackets.md',
      'table.md',
      'links.md',
      'boundaries.eml',
      'long header.eml'
    ),
    'exclamation.txt': `needle ${'a'.repeat(MIB)}!`,
    'info.rtf': `{\\rtf1{\\info{\\title ${' ;'.repeat(MIB)}x}}needle}`
  }
  const { codes, holding, receipt } = await importHostile(files)
  expect(receipt.state).toBe('finished')
  expect([...codes.values()].filter((code) => ['timed-out', 'reader-crashed', 'out-of-memory'].includes(code))).toEqual([])
  expect(holding('needle')).toEqual(expect.arrayContaining(['columns.csv', 'exclamation.txt', 'info.rtf']))
  expect(holding('kingfisher')).toEqual(['zz good.txt'])
})
