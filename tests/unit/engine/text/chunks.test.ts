import { describe, expect, it } from 'vitest'
import { LARGEST_CHUNK } from '#engine/text/chunk-border'
import { placeIn } from '#engine/text/chunk-head'
import { packDocumentText } from '#engine/text/pack-text'
import { mayHold, signatureOf } from '#engine/text/signature'
import { chunkAt, openPackedText, type StoredText, sliceOf, wholeText } from '#engine/text/stored-text'
import { commonStretches } from '#engine/text/text-difference'
import { TextPacker } from '#engine/text/text-packer'
import { type Block, blockOffsets, readerText } from '#shared/model/block'
import { indexText } from '#shared/text/index-text'
import { tokenize } from '#shared/text/tokenize'

/** A random source with a seed, so that a failure can be seen again. */
function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const WORDS = [
  'Nehrin',
  'testimony',
  'می',
  'خواهم',
  'کتاب',
  'ها',
  'خاوران',
  '京都府',
  '𠮷野家',
  '👩‍👩‍👧',
  'é',
  'e\u0301',
  'a',
  '1988',
  'x\u00ady',
  'สิทธิ'
]
const GAPS = [' ', ' ', ' ', ', ', '\n', '. ', '\u200c', ' \n']

function wordsOf(random: (below: number) => number, units: number): string {
  const parts: string[] = []
  for (let length = 0; length < units; ) {
    const part = `${WORDS[random(WORDS.length)]}${GAPS[random(GAPS.length)]}`
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}

function blocksFrom(random: (below: number) => number, units: number): Block[] {
  const blocks: Block[] = []
  for (let length = 0; length < units; ) {
    const kind = random(12)
    const text = kind === 0 ? '' : wordsOf(random, kind === 1 ? 30_000 : 20 + random(700)).trim()
    if (kind === 2)
      blocks.push({
        kind: 'heading',
        level: 2,
        text: text
          .slice(0, 60)
          .replace(/[\ud800-\udbff]$/, '')
          .trim(),
        page: 1 + blocks.length
      })
    else if (kind === 3) blocks.push({ kind: 'paragraph', text, inline: [{ start: 0, end: 3, style: 'strong' }] })
    else if (kind === 0) blocks.push({ kind: 'rule', text })
    else blocks.push({ kind: 'paragraph', text })
    length += text.length + 2
  }
  return blocks
}

const SIZES = [0, 1, 500, LARGEST_CHUNK - 3, LARGEST_CHUNK + 5, 60_000, 200_000, 700_000]

function opened(blocks: readonly Block[], all: string | null = null) {
  const packed = packDocumentText(blocks, all)
  if (packed === null) throw new Error('there is no text')
  return openPackedText(packed)
}

const chunksOf = (text: StoredText): string[] => text.chunks.map(({ ordinal }) => text.read(ordinal))

describe('texts in chunks', () => {
  it.each(SIZES)('come out as they went in: %d units', (units) => {
    for (let seed = 1; seed < 5; seed++) {
      const blocks = units === 0 ? [{ kind: 'paragraph' as const, text: '' }] : blocksFrom(randomOf(seed), units)
      const texts = opened(blocks)
      expect(wholeText(texts)).toEqual({ blocks, reader: readerText(blocks), all: readerText(blocks) })
      expect(texts.all).toBe(texts.reader)
    }
  })

  it('are the same whether they come at once or in pieces', () => {
    const blocks = blocksFrom(randomOf(7), 300_000)
    const packer = new TextPacker()
    for (let at = 0; at < blocks.length; at += 13) packer.add(blocks.slice(at, at + 13))
    const { runs, terms, bytes } = packer.finish()
    expect(wholeText(openPackedText({ reader: runs, all: null })).blocks).toEqual(blocks)
    expect(terms).toBe(indexText(readerText(blocks)))
    expect(bytes).toBe(Buffer.byteLength(readerText(blocks)))
  })

  it('end where no term and no character is parted', () => {
    for (let seed = 1; seed < 8; seed++) {
      const blocks: Block[] = [
        { kind: 'preformatted', text: wordsOf(randomOf(seed), 120_000) },
        ...blocksFrom(randomOf(seed), 90_000)
      ]
      const { reader } = opened(blocks)
      const chunks = chunksOf(reader)
      expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThanOrEqual(LARGEST_CHUNK)
      const apart = chunks.flatMap((chunk, index) =>
        tokenize(chunk).map(({ term, start }) => `${start + (reader.chunks[index]?.start ?? 0)} ${term}`)
      )
      expect(apart).toEqual(tokenize(readerText(blocks)).map(({ term, start }) => `${start} ${term}`))
    }
  })

  it('are cut between whole characters even where there is nothing else to cut at', () => {
    const text = '𠮷'.repeat(40_000)
    const { reader } = opened([{ kind: 'paragraph', text }])
    expect(wholeText(opened([{ kind: 'paragraph', text }])).reader).toBe(text)
    for (const chunk of chunksOf(reader)) expect(Buffer.from(chunk, 'utf8').toString('utf8')).toBe(chunk)
    const encoded = 'QUJD'.repeat(30_000)
    expect(chunksOf(opened([{ kind: 'preformatted', text: encoded }]).reader).join('')).toBe(encoded)
  })

  it('give any part of themselves', () => {
    const random = randomOf(3)
    const blocks = blocksFrom(random, 200_000)
    const text = readerText(blocks)
    const { reader } = opened(blocks)
    for (let round = 0; round < 200; round++) {
      const start = random(text.length)
      const end = start + random(40_000)
      expect(sliceOf(reader, start, end)).toBe(text.slice(start, end))
      const chunk = reader.chunks[chunkAt(reader, start)]
      expect(chunk && chunk.start <= start && start < chunk.start + chunk.units).toBe(true)
    }
  })

  it('know the page and the heading of every place, as the blocks say', () => {
    const random = randomOf(11)
    const blocks = blocksFrom(random, 150_000)
    const offsets = blockOffsets(blocks)
    const { reader } = opened(blocks)
    for (let round = 0; round < 300; round++) {
      const at = random(reader.units)
      const chunk = chunkAt(reader, at)
      const place = placeIn(reader.head(chunk), reader.read(chunk), at - (reader.chunks[chunk]?.start ?? 0))
      const last = offsets.findLastIndex((offset) => offset <= at)
      const before = blocks.slice(0, last + 1)
      expect(place.page).toBe(before.findLast(({ page }) => page !== undefined)?.page)
      const heading = before.findLast(({ kind }) => kind === 'heading')
      const isInside = heading === blocks[last] && at < (offsets[last] ?? 0) + (heading?.text.length ?? 0)
      const expected = heading?.text.replace(/\s+/g, ' ').trim() ?? ''
      expect(place.heading).toBe(isInside || expected === '' ? undefined : expected)
    }
  })
})

describe('all text', () => {
  it('comes out as it went in, and takes next to nothing where it repeats the reader text', () => {
    for (let seed = 1; seed < 6; seed++) {
      const random = randomOf(seed)
      const blocks = blocksFrom(random, 90_000)
      const menu = wordsOf(random, 600)
      const all = `${menu}\n${blocks.map(({ text }) => text).join('\n')}\n${menu}`
      const packed = packDocumentText(blocks, all)
      const sizeOf = (runs: readonly { chunks: Uint8Array }[]) => runs.reduce((sum, { chunks }) => sum + chunks.length, 0)
      expect(packed && wholeText(openPackedText(packed)).all).toBe(all)
      if (packed?.all) expect(sizeOf(packed.all)).toBeLessThan(sizeOf(packed.reader) / 4)
    }
  })

  it.each([
    ['no reader text at all', [], 'Only seen when all is shown.'],
    ['nothing in common', [{ kind: 'paragraph' as const, text: 'One.' }], 'Something else altogether, and rather longer.'],
    ['an empty text', [{ kind: 'paragraph' as const, text: 'One.' }], ''],
    ['the same thing again and again', [{ kind: 'paragraph' as const, text: 'aaaa'.repeat(9000) }], 'aaaa'.repeat(30_000)]
  ])('holds with %s', (_, blocks, all) => {
    const texts = opened(blocks, all)
    expect(wholeText(texts).all).toBe(all)
    for (const { ordinal, start, units } of texts.all.chunks)
      expect(texts.all.read(ordinal)).toBe(all.slice(start, start + units))
  })

  it('shares whole characters only, where two differ in one of their halves', () => {
    // Both begin with the same half: as in a text and a menu in the same script beyond the basic plane.
    const reader = `${'a'.repeat(40)}\u{1131c} and ${'b'.repeat(40)}\u{1131c}${'c'.repeat(40)}`
    // Here both end with the same half.
    const all = `${'a'.repeat(40)}\u{1131d}${'b'.repeat(40)}\u{1131e} \u{1171c}${'c'.repeat(40)}`
    const texts = opened([{ kind: 'paragraph', text: reader }], all)
    expect(wholeText(texts).all).toBe(all)
    for (const { at, units } of commonStretches(reader, all)) {
      const stretch = all.slice(at, at + units)
      expect(Buffer.from(stretch).toString()).toBe(stretch)
    }
    const random = randomOf(7)
    const signs = () => Array.from({ length: 4000 }, () => String.fromCodePoint(0x11300 + random(3) * 0x400 + random(3))).join('')
    const some = signs()
    const other = some.replaceAll('\u{11301}', '\u{11701}')
    expect(wholeText(opened([{ kind: 'paragraph', text: some }], other)).all).toBe(other)
  })

  it('shares only stretches that are really the same', () => {
    for (let seed = 1; seed < 20; seed++) {
      const random = randomOf(seed)
      const known = wordsOf(random, 3000)
      const text = Array.from({ length: 9 }, () => known.slice(random(3000), random(3000)) + wordsOf(random, 40)).join('')
      let done = 0
      for (const { from, at, units } of commonStretches(known, text)) {
        expect(at).toBeGreaterThanOrEqual(done)
        expect(text.slice(at, at + units)).toBe(known.slice(from, from + units))
        done = at + units
      }
    }
  })
})

describe('signatures', () => {
  it('never deny a term, and seldom claim one', () => {
    const terms = new Set(Array.from({ length: 900 }, (_, index) => `term${index}`))
    const signature = signatureOf(terms)
    for (const term of terms) expect(mayHold(signature, term)).toBe(true)
    const others = Array.from({ length: 4000 }, (_, index) => `other${index}`)
    expect(others.filter((term) => mayHold(signature, term)).length).toBeLessThan(4000 * 0.04)
    expect(mayHold(new Uint8Array(0), 'anything')).toBe(true)
  })

  it('stand beside every chunk of a long text', () => {
    const blocks = blocksFrom(randomOf(5), 400_000)
    const { reader } = opened(blocks)
    for (const { ordinal, signature } of reader.chunks) {
      expect(signature.length).toBeGreaterThan(0)
      for (const { term } of tokenize(reader.read(ordinal))) expect(mayHold(signature, term)).toBe(true)
    }
  })
})
