import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { decodeText } from '#engine/extract/charset/charset'
import { visibleText } from '#engine/extract/html/visible-text'
import type { ExtractedDocument } from '#engine/extract/job'
import { readDocument } from '#engine/extract/read-document'
import { readLongText } from '#engine/extract/text/long-text'
import { indexText } from '#shared/text/index-text'
import { goldenCases, readable } from '#tests/support/golden'
import { extractJob, sourceOf } from '#tests/support/jobs'

const folder = mkdtempSync(join(tmpdir(), 'sanad-reading-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function read(name: string, content: string): Promise<ExtractedDocument> {
  const file = join(folder, name)
  writeFileSync(file, content)
  return await readDocument(extractJob(file))
}

const termsOf = (document: ExtractedDocument): Set<string> =>
  new Set(Object.values(document.index).flatMap((column) => column.split(' ')))

/** Terms of `text` that the document can not be found by. */
const lost = (document: ExtractedDocument, text: string): string[] => {
  const found = termsOf(document)
  return indexText(text)
    .split(' ')
    .filter((term) => term !== '' && !found.has(term))
}

describe('nothing is silently unsearchable', () => {
  it.each(goldenCases(['charset', 'text', 'markdown', 'html']))('every word of $name is in the index', async (golden) => {
    const document = await readDocument(extractJob(golden.source))
    if (document.format === null) return
    const { text } = await decodeText(readFileSync(golden.source), null, document.format === 'html')
    const seen = document.format === 'html' ? visibleText(text) : document.format === 'text' ? text.replaceAll('\0', '') : ''
    expect(lost(document, seen)).toEqual([])
  })

  it('also of texts that look like clippings', async () => {
    const line = fc.constantFrom(
      'Example Watch',
      'Court Upholds Sentence Against Teacher',
      'By Jane Doe',
      '9 December 2020',
      'Share this article',
      'Tags: , , ,',
      'Home',
      '',
      '© 2020 Example Watch',
      'Only sixteen words stand in this paragraph, which is long enough to be dropped as a repeat.',
      '"Only sixteen words stand in this paragraph, which is long enough to be dropped as a repeat."',
      'He wept.',
      'دیده‌بان نمونه'
    )
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 25 }), async (lines) => {
        const text = lines.join('\n')
        expect(lost(await read('clipping.txt', text), text)).toEqual([])
      }),
      { numRuns: 200 }
    )
  })

  it('and of pages put together at random', async () => {
    const piece = fc.constantFrom(
      '<p>first words here',
      '</p>',
      '<div>',
      '</div>',
      '<article>',
      '<aside class="sidebar comment">second words there',
      '<h1>third heading',
      '</h1>',
      '<ul><li>fourth item',
      '</ul>',
      '<table><tr><td>fifth cell',
      '</table>',
      '<noscript>sixth',
      '</noscript>',
      '<img alt="seventh picture">',
      '<blockquote>eighth',
      '</blockquote>',
      '<pre>ninth\nline</pre>',
      '<br>',
      '<head><title>tenth</title>',
      '<body>',
      '<footer>eleventh'
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 30 }), async (pieces) => {
        const html = `<!doctype html>${pieces.join(' ')}`
        expect(lost(await read('page.html', html), visibleText(html))).toEqual([])
      }),
      { numRuns: 200 }
    )
  })
})

describe('readLongText', () => {
  it('reads as a short text is read', async () => {
    const paragraphs = Array.from(
      { length: 40_000 },
      (_, at) => `Paragraph number ${at} of a long text,\nwith a second line – و یک خط فارسی.\n`
    )
    const text = `A long text\n\n9 December 2020\n\n${paragraphs.join('\n')}`
    const file = join(folder, 'long.txt')
    writeFileSync(file, text)
    const short = await readDocument(extractJob(file))
    const long = await readLongText(sourceOf(Buffer.from(text), 'long.txt', 'text/plain'))
    const { format, extractorVersion, ...expected } = short
    expect([format, extractorVersion > 0]).toEqual(['text', true])
    expect(long.index.body === expected.index.body).toBe(true)
    expect(readable({ ...long, format, extractorVersion })).toEqual({
      ...(readable(short) as object),
      // Its title is not made a heading.
      blocks: (readable({ ...long, format, extractorVersion }) as { blocks: unknown }).blocks
    })
  })

  it('reads a file of one line', async () => {
    const text = 'word '.repeat(1_000_000)
    const long = await readLongText(sourceOf(Buffer.from(text), 'a.txt', 'text/plain'))
    expect(long.wordCount).toBeGreaterThanOrEqual(1_000_000)
    expect(long.wordCount).toBeLessThan(1_000_010)
  })
})
