import { describe, expect, it } from 'vitest'
import { guardContents } from '#main/contents-guard'
import { createEventHub } from '#main/event-hub'
import { createRefusedRequests } from '#main/refused-requests'
import { contentsAt } from '#tests/support/electron-objects'

function guarded() {
  const { contents, mainFrame } = contentsAt('sanad://app/')
  const refused = createRefusedRequests(createEventHub())
  guardContents(contents, { refused, allowDevTools: false })
  const isHeld = (name: string, details: object): boolean => {
    let held = false
    contents.emit(name as 'will-redirect', { ...details, preventDefault: () => (held = true) })
    return held
  }
  return { contents, mainFrame, refused, isHeld }
}

describe('guardContents', () => {
  it("lets only the program's own page point its frame at a document", () => {
    const { mainFrame, isHeld } = guarded()
    const page = { url: 'sanad-page://d7/', isMainFrame: false }
    expect(isHeld('will-frame-navigate', { ...page, initiator: mainFrame })).toBe(false)
    expect(isHeld('will-frame-navigate', { ...page, initiator: contentsAt('sanad-page://d8/').mainFrame })).toBe(true)
    expect(isHeld('will-frame-navigate', { ...page, initiator: null })).toBe(true)
    expect(isHeld('will-frame-navigate', { ...page, isMainFrame: true, initiator: mainFrame })).toBe(true)
  })

  it.each([
    'http://127.0.0.1/',
    'https://example.org/',
    'file:///etc/passwd',
    'sanad://app/',
    'sanad-pagex://d7/',
    'javascript:1',
    'data:text/html,x'
  ])('holds a frame that wants to go to %s, whoever asks', (url) => {
    const { mainFrame, isHeld } = guarded()
    expect(isHeld('will-frame-navigate', { url, isMainFrame: false, initiator: mainFrame })).toBe(true)
  })

  it('closes developer tools at once where there may be none', () => {
    const { contents } = guarded()
    let closed = 0
    Object.assign(contents, { closeDevTools: () => closed++ })
    contents.emit('devtools-opened')
    expect(closed).toBe(1)
  })

  it('chooses no device', () => {
    const { isHeld } = guarded()
    let chosen: string | undefined
    const { contents } = guarded()
    contents.emit('select-bluetooth-device', { preventDefault: () => undefined }, [{}], (id: string) => {
      chosen = id
    })
    expect([chosen, isHeld('content-bounds-updated', {})]).toEqual(['', true])
  })

  it('holds every other way out', () => {
    const { contents, isHeld } = guarded()
    for (const name of ['will-navigate', 'will-redirect', 'will-attach-webview']) expect(isHeld(name, {})).toBe(true)
    const open = (contents as unknown as { windowOpenHandler: (details: { url: string }) => unknown }).windowOpenHandler
    expect(open({ url: 'https://example.org/' })).toEqual({ action: 'deny' })
  })

  it('notes where a document wanted to lead, and not the moves between documents', () => {
    const { isHeld, refused } = guarded()
    isHeld('will-frame-navigate', { url: 'https://example.org/a', isMainFrame: false, initiator: null })
    isHeld('will-frame-navigate', { url: 'sanad-page://d8/', isMainFrame: false, initiator: null })
    isHeld('will-frame-navigate', {
      url: 'https://example.org/b',
      isMainFrame: false,
      initiator: contentsAt('sanad-page://d7/').mainFrame
    })
    expect(refused.read()).toMatchObject({
      total: 2,
      groups: [
        { source: { kind: 'window' }, entries: [{ kind: 'navigation', address: 'https://example.org/a', count: 1 }] },
        { source: { kind: 'document', id: 7 }, entries: [{ address: 'https://example.org/b' }] }
      ]
    })
  })
})
