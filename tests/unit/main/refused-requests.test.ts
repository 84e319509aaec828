import { describe, expect, it, vi } from 'vitest'
import { createEventHub } from '#main/event-hub'
import { createRefusedRequests } from '#main/refused-requests'
import { sourceOfFrame } from '#main/refused-source'
import type { DocumentId } from '#shared/model/ids'

const seven = { kind: 'document', id: 7 as DocumentId } as const

function counting() {
  const events = createEventHub()
  const told: number[] = []
  events.on('network.refused', ({ total }) => told.push(total))
  return { refused: createRefusedRequests(events), told }
}

describe('what was refused', () => {
  it('is counted without end and remembered within bounds', () => {
    const { refused } = counting()
    for (let n = 1; n <= 600; n += 1) refused.note('request', `http://x/${n}/${'y'.repeat(1000)}`, seven)
    for (let n = 1; n <= 300; n += 1) refused.note('request', 'http://x/', { kind: 'document', id: (100 + n) as DocumentId })
    const { total, groups } = refused.read()
    expect([total, groups.length, groups[0]?.count, groups[0]?.entries.length]).toEqual([900, 100, 600, 100])
    expect(Math.max(...(groups[0]?.entries.map(({ address }) => address.length) ?? []))).toBe(500)
  })

  it('is told at once, and then not more than a few times a second, the last count always', () => {
    vi.useFakeTimers()
    const { refused, told } = counting()
    for (let n = 0; n < 5000; n += 1) refused.note('request', 'http://x/', seven)
    expect(told).toEqual([1])
    vi.advanceTimersByTime(1000)
    expect(told).toEqual([1, 5000])
    vi.useRealTimers()
  })

  it('keeps apart who asked for what, and how often', () => {
    const { refused } = counting()
    refused.note('request', 'http://x/', seven)
    refused.note('request', 'http://x/', seven)
    refused.note('program', 'net.connect', { kind: 'program', part: 'reader' })
    refused.note('program', 'net.connect', { kind: 'program', part: 'engine' })
    expect(refused.read().groups.map(({ source, count }) => [source, count])).toEqual([
      [seven, 2],
      [{ kind: 'program', part: 'reader' }, 1],
      [{ kind: 'program', part: 'engine' }, 1]
    ])
  })

  it('knows what was taken out of pages that were shown, the last two hundred, and forgets all that names documents', () => {
    const { refused } = counting()
    for (let n = 1; n <= 300; n += 1) refused.noteShown(n as DocumentId, [{ kind: 'picture', address: `http://x/${n}` }])
    refused.noteShown(301 as DocumentId, [])
    refused.note('request', 'http://y/', { kind: 'document', id: 300 as DocumentId })
    expect([refused.read().pages.length, refused.readPage(1 as DocumentId)]).toEqual([199, null])
    expect(refused.readPage(300 as DocumentId)).toEqual({
      attempts: [{ kind: 'picture', address: 'http://x/300' }],
      refused: [{ kind: 'request', address: 'http://y/', count: 1 }]
    })
    refused.forget()
    expect(refused.read()).toMatchObject({ total: 1, groups: [], pages: [] })
    expect(refused.readPage(300 as DocumentId)).toBeNull()
  })
})

it('names the document a frame belongs to, also from a frame inside it', () => {
  const page = { url: 'sanad-page://d7/', parent: null }
  expect(sourceOfFrame(page)).toEqual(seven)
  expect(sourceOfFrame({ url: 'about:srcdoc', parent: page } as never)).toEqual(seven)
  expect(sourceOfFrame({ url: 'sanad://app/', parent: null })).toEqual({ kind: 'window' })
  expect(sourceOfFrame(null)).toEqual({ kind: 'window' })
})
