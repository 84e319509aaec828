import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentsOf } from '#renderer/features/reader/segments.ts'
import type { InlineRun } from '#shared/model/block'

const text = 'The acts could be a crime against humanity.'

describe('segmentsOf', () => {
  it('leaves a plain text whole', () => {
    expect(segmentsOf('abc', [], [])).toEqual([
      {
        link: null,
        segments: [
          { text: 'abc', start: 0, strong: false, emphasis: false, code: false, inserted: false, deleted: false, mark: null }
        ]
      }
    ])
    expect(segmentsOf('', [], [])).toEqual([])
  })

  it('draws a mark that runs across the edges of inline runs in all its parts, under one index', () => {
    const segments = segmentsOf(
      text,
      [
        { start: 20, end: 25, style: 'strong' },
        { start: 26, end: 33, style: 'emphasis' }
      ],
      [{ start: 20, end: 42, index: 7 }]
    ).flatMap((group) => group.segments)
    expect(segments.filter((segment) => segment.mark === 7).map((segment) => segment.text)).toEqual([
      'crime',
      ' ',
      'against',
      ' humanity'
    ])
    expect(segments.find((segment) => segment.text === 'crime')?.strong).toBe(true)
    expect(segments.find((segment) => segment.text === 'against')?.emphasis).toBe(true)
  })

  it('keeps a link whole when a mark ends inside it', () => {
    const link: InlineRun = { start: 4, end: 14, style: 'link', href: 'https://example.org/' }
    const groups = segmentsOf(text, [link], [{ start: 0, end: 8, index: 0 }])
    expect(groups.map((group) => group.link?.href)).toEqual([undefined, 'https://example.org/', undefined])
    expect(groups[1]?.segments.map((segment) => [segment.text, segment.mark])).toEqual([
      ['acts', 0],
      [' could', null]
    ])
  })

  it('puts the segments together to the text, styled exactly where the runs are', () => {
    const edge = fc.integer({ min: 0, max: text.length + 5 })
    const run = fc.record({ start: edge, end: edge, style: fc.constantFrom<InlineRun['style'][]>('strong', 'emphasis', 'code') })
    fc.assert(
      fc.property(fc.array(run, { maxLength: 8 }), (runs) => {
        const segments = segmentsOf(text, runs, []).flatMap((group) => group.segments)
        expect(segments.map((segment) => segment.text).join('')).toBe(text)
        for (const { start, strong, text: part } of segments) {
          for (let at = start; at < start + part.length; at++) {
            expect(strong).toBe(runs.some((one) => one.style === 'strong' && one.start <= at && one.end > at))
          }
        }
      })
    )
  })

  it('stays fast on a paragraph of thousands of links and marks', () => {
    const long = 'ab '.repeat(20_000)
    const links = Array.from(
      { length: 20_000 },
      (_, n): InlineRun => ({ start: n * 3, end: n * 3 + 2, style: 'link', href: `#${n}` })
    )
    const marks = Array.from({ length: 20_000 }, (_, n) => ({ start: n * 3, end: n * 3 + 1, index: n }))
    expect(segmentsOf(long, links, marks)).toHaveLength(40_000)
  })
})
