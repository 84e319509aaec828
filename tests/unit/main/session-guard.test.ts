import { describe, expect, it } from 'vitest'
import { createEventHub } from '#main/event-hub'
import { createRefusedRequests } from '#main/refused-requests'
import { createRequestFilter } from '#main/session-guard'

const outside = [
  'http://127.0.0.1:9/',
  'https://example.org/',
  'ws://localhost/',
  'wss://x/',
  'ftp://x/',
  'file:///etc/passwd',
  'blob:https://x/1',
  'chrome://gpu',
  'sanadx://app/',
  'SANAD-PAGES://d7/',
  'http://localhost:5174/',
  'http://localhost.evil:5173/',
  '',
  'no address'
]

describe('the request filter', () => {
  const packaged = createRequestFilter(undefined, false)
  const developing = createRequestFilter('http://localhost:5173', true)

  it.each(outside)('refuses %s', (address) => {
    expect([packaged(address), developing(address)]).toEqual([false, false])
  })

  it("lets the program's own schemes through", () => {
    for (const address of ['sanad://app/', 'sanad-page://d7/a.png', 'data:image/png;base64,AA=='])
      expect(packaged(address)).toBe(true)
  })

  it('knows the development server and the tools only while developing', () => {
    for (const address of ['http://localhost:5173/@vite/client', 'ws://localhost:5173/', 'devtools://devtools/x']) {
      expect([packaged(address), developing(address)]).toEqual([false, true])
    }
  })
})

describe('refused requests', () => {
  it('are counted without end and remembered within bounds', () => {
    const events = createEventHub()
    const totals: number[] = []
    events.on('network.refused', ({ total }) => totals.push(total))
    const refused = createRefusedRequests(events)
    for (let n = 1; n <= 600; n += 1) refused.note(`http://x/${'y'.repeat(1000)}${n}`)
    expect([refused.total(), totals.at(-1), refused.addresses().length]).toEqual([600, 600, 500])
    expect(Math.max(...refused.addresses().map((address) => address.length))).toBe(500)
  })
})
