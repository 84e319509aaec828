import { describe, expect, it } from 'vitest'
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
