import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ExtractedDocument } from '#engine/extract/job'
import { residentBytes, spawnChild } from '#engine/extract/pool/child-process'
import { createExtractPool, type ExtractPool } from '#engine/extract/pool/pool'
import { extractEntry } from '#tests/support/extract-entry'
import { extractJob } from '#tests/support/jobs'

const folder = mkdtempSync(join(tmpdir(), 'sanad-hostile-'))
let pool: ExtractPool

beforeAll(async () => {
  const entry = await extractEntry()
  pool = createExtractPool({ spawn: () => spawnChild(entry), size: 2, residentBytes })
})

afterAll(async () => {
  await pool.close()
  rmSync(folder, { recursive: true })
})

async function read(name: string, content: string | Uint8Array): Promise<ExtractedDocument> {
  const file = join(folder, name)
  writeFileSync(file, content)
  const answer = await pool.run(extractJob(file))
  if (answer.task === 'refused') throw new Error(`${answer.code}: ${answer.message}`)
  return answer.document
}

/** The real process on input made to hang, blow up or confuse it. Every one keeps its text searchable. */
describe('hostile pages', () => {
  const cases: readonly (readonly [string, () => string, string])[] = [
    ['200,000 nested elements', () => `<p>needle</p>${'<div>'.repeat(200_000)}bottom`, 'simplified'],
    ['200,000 nested elements with end tags', () => `${'<div>'.repeat(200_000)}needle${'</div>'.repeat(200_000)}`, 'simplified'],
    ['5,000 unclosed elements', () => `${'<div>'.repeat(5000)}<p>needle`, 'simplified'],
    ['500,000 paragraphs', () => `${'<p>x'.repeat(500_000)}<p>needle`, 'simplified'],
    ['200,000 attributes', () => `<p ${Array.from({ length: 200_000 }, (_, at) => `a${at}=1`).join(' ')}>needle`, 'simplified'],
    ['20,000 crossed inline elements', () => `${'<b><i>'.repeat(20_000)}needle`, 'simplified'],
    ['5 MB of one attribute', () => `<p title="${'a'.repeat(5_000_000)}">needle</p>`, 'searchable'],
    ['1 MB of stray end tags', () => `${'</div>'.repeat(170_000)}<p>needle`, 'searchable'],
    ['1 MB of less-than signs', () => `<html><p>needle</p>${'<'.repeat(1_000_000)}`, 'simplified'],
    ['1 MB of ampersands', () => `<html><p>needle</p>${'&'.repeat(1_000_000)}`, 'searchable'],
    ['an unclosed comment of 1 MB', () => `<html><p>needle</p><!--${'-'.repeat(1_000_000)}`, 'searchable'],
    ['1 MB of white space in a text', () => `<html><p>needle${' '.repeat(1_000_000)}</p>`, 'searchable'],
    ['1 MB of line ends in a heading', () => `<html><h1>needle${'\n'.repeat(1_000_000)}</h1>`, 'searchable'],
    [
      '10,000 meta elements',
      () => `<html><head>${'<meta name="author" content="A B">'.repeat(10_000)}</head><p>needle`,
      'searchable'
    ],
    [
      'JSON-LD nested 100,000 deep',
      () => `<html><script type="application/ld+json">${'['.repeat(100_000)}</script><p>needle`,
      'searchable'
    ],
    [
      'JSON-LD of 900,000 spaces',
      () => `<html><script type="application/ld+json">{${' '.repeat(900_000)}</script><p>needle`,
      'searchable'
    ],
    ['a source set of spaces', () => `<html><img srcset="${' '.repeat(900_000)}x"><p>needle`, 'searchable'],
    [
      'styles of one word',
      () => `<html><style>a{--x:${'a'.repeat(2_000_000)}\\}</style><p style="--x:${'a'.repeat(500_000)}{">needle`,
      'searchable'
    ],
    ['a title of 1 MB of dashes', () => `<html><title>${'a - '.repeat(250_000)}</title><p>needle`, 'searchable']
  ]

  it.each(cases)('reads %s', async (name, make, status) => {
    const document = await read(`${name.replace(/\W+/g, '-')}.html`, make())
    expect(document.status).toBe(status)
    expect(`${document.index.body} ${document.index.rest}`).toContain('needle')
  })
})

describe('hostile texts', () => {
  const cases: readonly (readonly [name: string, make: () => string, extension: 'txt' | 'md'])[] = [
    ['1 MB of one letter and a mark', () => `${'a'.repeat(1_000_000)}! needle`, 'txt'],
    ['1 MB of spaces on one line', () => `needle${' '.repeat(1_000_000)}x`, 'txt'],
    ['1 MB of commas after a label', () => `needle\nTags:${' ,'.repeat(500_000)}\n`, 'txt'],
    [
      '200,000 equal lines',
      () => `needle\n${'The same line stands here again and again, more than sixty letters long.\n'.repeat(200_000)}`,
      'txt'
    ],
    [
      'a clipping of 2,000 nearly equal paragraphs',
      () =>
        `Site\nneedle is the headline here\nneedle is the headline here\n${Array.from({ length: 2000 }, (_, at) => `\n${'word '.repeat(14)}${at}\n`).join('')}\n© 2020 Site\n`,
      'txt'
    ],
    ['digits and separators', () => `needle ${'1/'.repeat(100_000)}\n${'12:'.repeat(100_000)}`, 'txt'],
    ['combining marks', () => `needle ${'e\u0301\u0302\u0303'.repeat(200_000)}`, 'txt'],
    [
      'lone surrogates and control characters',
      () =>
        `needle ${'\ud800\u0007\u202e'.repeat(50)} end of the text, which goes on for a while as text does. ${'plain words '.repeat(2000)}`,
      'txt'
    ],
    [
      'a menu that does not end',
      () => `needle is in the first line of this text\nSite\nhome${'|'.repeat(150)}${'a'.repeat(60)}\n© 2020 Site\n`,
      'txt'
    ],
    ['Markdown almost too deep', () => `needle\n\n${'> '.repeat(55)}x ${'> '.repeat(400)}\n`, 'md'],
    [
      'Markdown of nested lists',
      () => `needle\n\n${Array.from({ length: 300 }, (_, at) => `${' '.repeat(at * 2)}- item`).join('\n')}\n`,
      'md'
    ],
    ['Markdown of brackets', () => `needle\n\n${'[a]('.repeat(20_000)}`, 'md'],
    ['Markdown of emphasis', () => `needle\n\n${'*a **b '.repeat(20_000)}`, 'md'],
    ['Markdown of quotes', () => `needle\n\n${'>'.repeat(20_000)}`, 'md'],
    ['a Markdown table of 20,000 rows', () => `needle\n\n|a|b|\n|-|-|\n${'|1|2|\n'.repeat(20_000)}`, 'md']
  ]

  it.each(cases)('reads %s', async (name, make, extension) => {
    const document = await read(`${name.replace(/\W+/g, '-')}.${extension}`, make())
    expect(document.status).toBe('searchable')
    expect(document.index.body).toContain('needle')
  })

  it('does not take damaged binary data for text, whatever is cut off', async () => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_, at) => (at * 7919 + (at >> 3) * 104_729) & 255)
    for (const length of [1000, 5001, 20_000]) {
      const document = await read('cut.txt', bytes.subarray(0, length))
      expect([document.status, document.mediaType]).toEqual(['not-readable-yet', 'application/octet-stream'])
    }
  })

  it('reads a page cut off in the middle of anything', async () => {
    const page =
      '<!doctype html><html lang="en"><head><title>Cut</title></head><body><p>needle and <a href="x">more &amp; more</a> text é</p><!-- c --></body></html>'
    const bytes = Buffer.from(page)
    const start = page.indexOf('needle') + 10
    for (let length = start; length < bytes.length; length += 7) {
      const document = await read('cut.html', bytes.subarray(0, length))
      expect([length, document.status, document.index.body.startsWith('needle')]).toEqual([length, 'searchable', true])
    }
  })
})
