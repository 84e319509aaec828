import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pdf } from '#engine/extract/formats/pdf'
import type { Found } from '#engine/extract/found'
import { NO_ROOM } from '#engine/extract/room'
import { openSpool } from '#engine/extract/spool'
import { readerText } from '#shared/model/block'
import { sourceOf } from '#tests/support/jobs'
import { bigrams, comparedWords, f1 } from '#tests/support/word-f1'

const FIXTURES = join(import.meta.dirname, '../../../../fixtures/pdf')

const source = (name: string, password: string | null = null) =>
  sourceOf(readFileSync(join(FIXTURES, name, 'source.pdf')), 'source.pdf', 'application/pdf', { password })

const read = async (name: string, password: string | null = null): Promise<Found> =>
  await pdf.extract(source(name, password), openSpool(null, NO_ROOM, []))

const ofBytes = async (bytes: Uint8Array): Promise<Found> =>
  await pdf.extract(sourceOf(bytes, 'source.pdf', 'application/pdf'), openSpool(null, NO_ROOM, []))

describe('pages printed by Chromium', () => {
  const printed = readdirSync(FIXTURES).filter((name) => existsSync(join(FIXTURES, name, 'text.txt')))

  it.each(printed)('reads the words of %s, in order', async (name) => {
    const there = comparedWords(readFileSync(join(FIXTURES, name, 'text.txt'), 'utf8'))
    const words = comparedWords(readerText((await read(name)).blocks))
    expect(f1(words, there)).toBeGreaterThanOrEqual(0.99)
    expect(f1(bigrams(words), bigrams(there))).toBeGreaterThanOrEqual(0.97)
  })

  it('keeps the narrow sign that parts the letters of one word', async () => {
    expect(readerText((await read('printed-persian')).blocks)).toContain('می‌گویند')
  })
})

describe('locked documents', () => {
  it.each(['locked', 'locked-old'])('opens %s with the right password only', async (name) => {
    expect(await read(name)).toMatchObject({ locked: true, simplified: null, blocks: [] })
    expect(await read(name, 'geheim2')).toMatchObject({ locked: true, simplified: { code: 'wrong-password' } })
    const opened = await read(name, 'geheim')
    expect(opened.locked).toBeUndefined()
    expect(readerText(opened.blocks)).toContain('Eleven people were called out of ward four')
    expect(await read(name, 'besitzer')).toMatchObject({ metadata: { title: 'The night in ward four' } })
  })

  it('reads what only its owner has locked, and says what he asked for', async () => {
    const found = await read('restricted')
    expect(readerText(found.blocks)).toContain('None of them came back')
    expect(found.facts).toContainEqual({ name: 'restrictions', value: 'printing, changing, copying, commenting' })
  })
})

describe('documents that can not be read', () => {
  it('says so of one without pages, and of one without a beginning or an end', async () => {
    const whole = readFileSync(join(FIXTURES, 'columns-and-headings/source.pdf'))
    await expect(
      ofBytes(
        Buffer.from(
          '%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 0/Kids[]>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF'
        )
      )
    ).rejects.toThrow('its pages can not be found')
    await expect(ofBytes(whole.subarray(0, 500))).rejects.toThrow('its pages can not be found')
  })

  it('reads the next document after one that failed', async () => {
    await expect(ofBytes(Buffer.from('%PDF-1.7\nnothing'))).rejects.toThrow('its pages can not be found')
    expect(readerText((await read('columns-and-headings')).blocks)).toContain('None of them came back')
  })
})

describe('pages', () => {
  it('have their contents list, with the pages it leads to', async () => {
    const { pages, outline } = (await pdf.pages?.(source('columns-and-headings'))) ?? { pages: [], outline: [] }
    expect(pages).toEqual([
      { width: 420, height: 595 },
      { width: 420, height: 595 }
    ])
    expect(outline).toEqual([
      { title: 'What is known', page: 1, level: 1 },
      { title: 'درون، بند ۴', page: 1, level: 2 },
      { title: 'What is not known', page: 2, level: 1 }
    ])
  })

  it.each(readdirSync(FIXTURES).filter((name) => !name.startsWith('locked')))(
    'of %s have words where their text stands',
    async (name) => {
      const found = await read(name)
      for (let page = 1; page <= (found.pageCount ?? 0); page++) {
        const own = found.blocks.filter((block) => block.page === page)
        const words = (await pdf.words?.(source(name), page)) ?? []
        const text = readerText(own.filter((block) => block.role !== 'comment'))
        expect(
          words
            .map(({ start, end }) => text.slice(start, end))
            .join('')
            .replace(/\s/g, '')
        ).toBe(text.replace(/\s/g, ''))
        for (const { x, y, width, height } of words) {
          expect([x, y, width, height].every((value) => Number.isFinite(value))).toBe(true)
        }
      }
    }
  )

  it('are drawn, those of absurd sizes and turned ones, too', async () => {
    for (const name of ['absurd-sizes', 'turned-pages', 'scan-only', 'circles']) {
      const bitmap = await pdf.bitmap?.(source(name), 1, 100)
      expect(Buffer.from(bitmap?.bytes.subarray(0, 2) ?? []).toString()).toBe('BM')
    }
  })

  it('that are turned have their words where they are seen', async () => {
    for (const page of [1, 2, 3]) {
      const [first, second] = (await pdf.words?.(source('turned-pages'), page)) ?? []
      expect(first && second && second.x > first.x && Math.abs(second.y - first.y) < 0.02).toBe(true)
      expect(first && first.width > first.height).toBe(true)
    }
  })
})
