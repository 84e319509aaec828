import { describe, expect, it } from 'vitest'
import { isOwnPage } from '#main/ipc/sender'
import { contentsAt } from '#tests/support/electron-objects'

const origin = 'sanad://app'

describe('isOwnPage', () => {
  it("knows the main frame of the window at the program's origin", () => {
    const { contents, mainFrame } = contentsAt('sanad://app/index.html#x')
    expect(isOwnPage({ sender: contents, senderFrame: mainFrame }, contents, origin)).toBe(true)
  })

  it('refuses frames, other windows, other origins, frames that are gone, and everything before there is a window', () => {
    const own = contentsAt('sanad://app/')
    const other = contentsAt('sanad://app/')
    const frame = contentsAt('sanad-page://d7/').mainFrame
    const sameOriginFrame = contentsAt('sanad://app/').mainFrame
    expect(isOwnPage({ sender: own.contents, senderFrame: frame }, own.contents, origin)).toBe(false)
    expect(isOwnPage({ sender: own.contents, senderFrame: sameOriginFrame }, own.contents, origin)).toBe(false)
    expect(isOwnPage({ sender: other.contents, senderFrame: other.mainFrame }, own.contents, origin)).toBe(false)
    expect(isOwnPage({ sender: own.contents, senderFrame: null }, own.contents, origin)).toBe(false)
    expect(isOwnPage({ sender: own.contents, senderFrame: own.mainFrame }, undefined, origin)).toBe(false)
  })

  it.each(['sanad://app.evil/', 'sanad-page://app/', 'http://app/', 'about:blank', '', 'data:text/html,sanad://app'])(
    'refuses a main frame at %s',
    (address) => {
      const { contents, mainFrame } = contentsAt(address)
      expect(isOwnPage({ sender: contents, senderFrame: mainFrame }, contents, origin)).toBe(false)
    }
  )
})
