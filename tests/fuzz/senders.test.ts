/**
 * Threat 14: commands from whoever is not the program's own page. Frames within the window, other windows, pages at other addresses and frames that
 * are gone: every one is refused before anything is looked at, and the archive stays as it was.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WebFrameMain } from 'electron'
import { expect, test } from 'vitest'
import { isOwnPage, type Sender } from '#main/ipc/sender'
import { contentsAt } from '#tests/support/electron-objects'
import { CASES, type Case, eachCase, report, SEED } from '#tests/support/fuzz/cases'
import { commandCase } from '#tests/support/fuzz/command-cases'
import { archiveOfLetters, IN_LETTERS, startProgram } from '#tests/support/fuzz/program'

const ORIGIN = 'sanad://app'
const OWN = `${ORIGIN}/index.html`
const ELSEWHERE = [
  'sanad-page://d7/',
  'sanad-page://app/',
  'about:blank',
  'about:srcdoc',
  '',
  'http://app/',
  'https://evil.test/',
  'file:///index.html',
  'chrome-error://chromewebdata/',
  'devtools://devtools/bundled/inspector.html',
  'data:text/html,sanad://app/',
  'blob:sanad://app/1',
  'view-source:sanad://app/',
  'sanad://app.evil/',
  'sanad://app:1/',
  'sanad://evil@app.evil/',
  'sanad://',
  'sanad:app/',
  'sanad:///app/',
  'sanad://ap/',
  'sanad://app\u0000/',
  'sanad://\u202eapp/',
  'sanad2://app/',
  'javascript:sanad://app/'
]
const pick = <T>(from: readonly T[], { random }: Case): T => from[random.next().value % from.length] as T
const frameAt = (url: string): WebFrameMain => ({ url }) as WebFrameMain

/** Somebody who may not send commands, beside the window whose page may. */
function stranger(one: Case): { what: string; event: Sender; windowAt: string | undefined } {
  const [address, own] = [pick(ELSEWHERE, one), contentsAt(OWN)]
  const [moved, other] = [contentsAt(address), contentsAt(pick([OWN, address], one))]
  return pick<{ what: string; event: Sender; windowAt: string | undefined }>(
    [
      { what: `a frame at ${address}`, event: { sender: own.contents, senderFrame: frameAt(address) }, windowAt: OWN },
      { what: 'a frame at the own address', event: { sender: own.contents, senderFrame: frameAt(OWN) }, windowAt: OWN },
      { what: 'a frame that is gone', event: { sender: own.contents, senderFrame: null }, windowAt: OWN },
      {
        what: `the window led to ${address}`,
        event: { sender: moved.contents, senderFrame: moved.mainFrame },
        windowAt: address
      },
      { what: 'another window', event: { sender: other.contents, senderFrame: other.mainFrame }, windowAt: OWN },
      {
        what: 'another window with the frame of the own',
        event: { sender: other.contents, senderFrame: own.mainFrame },
        windowAt: OWN
      },
      {
        what: 'the own page before there is a window',
        event: { sender: own.contents, senderFrame: own.mainFrame },
        windowAt: undefined
      }
    ],
    one
  )
}

test(`a command from anybody but the own page is refused unread (seed ${SEED})`, { timeout: 8 * 3_600_000 }, async () => {
  const directory = archiveOfLetters()
  const before = readFileSync(join(directory, 'archive.db'))
  let window: { contents: Sender['sender'] } | undefined
  const program = await startProgram(directory, (event) => isOwnPage(event, window?.contents, ORIGIN))
  const state = JSON.stringify(await program.archives.state())
  const open = readFileSync(join(directory, 'archive.db'))
  const cases = await eachCase('foreign senders', async (one) => {
    const { name, input } = commandCase(one)
    const { what, event, windowAt } = stranger(one)
    // The window that is there: the sender's own where it is the place of the frame that makes it a stranger.
    window = windowAt === undefined ? undefined : what.startsWith('another') ? contentsAt(windowAt) : { contents: event.sender }
    const reply = await program.dispatch(event, name, input)
    expect(reply, `${what}: ${name}`).toMatchObject({ ok: false, error: { code: 'bad-request' } })
    expect(JSON.stringify(reply)).not.toMatch(IN_LETTERS)
  })
  report({ target: 'foreign senders', wanted: CASES, cases, refusals: cases })
  expect(JSON.stringify(await program.archives.state())).toBe(state)
  expect(readFileSync(join(directory, 'archive.db')).equals(open)).toBe(true)
  await program.archives.stop()
  expect(program.faults).toEqual([])
  expect(readFileSync(join(directory, 'archive.db')).length).toBe(before.length)
})
