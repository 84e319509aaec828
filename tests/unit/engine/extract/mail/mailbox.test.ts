import { expect, it } from 'vitest'
import { mailboxMessages } from '#engine/extract/mail/mailbox-messages'
import { unquotedMessage } from '#engine/extract/mail/unquoted-message'
import { openFileOf } from '#tests/support/open-file'

/** All messages of a mailbox, as they were before they were put into it. */
async function messagesIn(text: string): Promise<string[]> {
  const file = openFileOf(text)
  const messages: string[] = []
  for (const message of mailboxMessages(file)) {
    const pieces: Uint8Array[] = []
    for await (const piece of unquotedMessage(file, message)) pieces.push(piece)
    messages.push(Buffer.concat(pieces).toString())
  }
  return messages
}

const ENVELOPE = 'From sima@darvan.example Wed Dec  9 10:00:00 2020\n'

it('splits at separating lines and takes the guards off', async () => {
  expect(await messagesIn(`${ENVELOPE}A: 1\n\n>From x\n>>From y\n> From z\nsaid >From\n\n${ENVELOPE}B: 2\n\nb\n\n`)).toEqual([
    'A: 1\n\nFrom x\n>From y\n> From z\nsaid >From\n',
    'B: 2\n\nb\n'
  ])
})

it('does not split at lines that only begin like one', async () => {
  const text = 'A: 1\n\nFrom Nehrin on 9 May at 10:30\nwe went\n\nFrom Jim:\nSubject: x\nFrom 9 to 5\nX: y\n'
  expect(await messagesIn(ENVELOPE + text)).toEqual([text])
})

it.each([
  'From - \n',
  'From - Wed Dec  9 10:00:00 2020\n',
  'From 168556@xxx Wed Dec 09 10:00:00 +0000 2020\n',
  'From ???@??? 9\n'
])('knows the line %j', async (line) => {
  expect(await messagesIn(`${ENVELOPE}A: 1\n\na\n\n${line}B: 2\n\nb\n`)).toEqual(['A: 1\n\na\n', 'B: 2\n\nb\n'])
  const crlf = `${ENVELOPE}A: 1\n\na\n\n${line}B: 2\n\nb\n`.replaceAll('\n', '\r\n')
  expect(await messagesIn(crlf)).toEqual(['A: 1\r\n\r\na\r\n', 'B: 2\r\n\r\nb\r\n'])
})

it('keeps what stands before the first separating line, and everything of a file without any', async () => {
  expect(await messagesIn(`A: 1\n\na\n\n${ENVELOPE}B: 2\n\nb`)).toEqual(['A: 1\n\na\n', 'B: 2\n\nb'])
  expect(await messagesIn('only words\n')).toEqual(['only words\n'])
  expect(await messagesIn('')).toEqual([])
})

it('finds every message of a large file, wherever the pieces in which it is read end', async () => {
  const expected: string[] = []
  let box = ''
  for (let at = 0; box.length < 14_000_000; at++) {
    const body = `Subject: ${at}\n\n${`From the ${at}th hill\n`.repeat(at % 7)}${'x'.repeat((at * 7919) % 9000)}\n`
    expected.push(body)
    box += `${ENVELOPE}${body.replaceAll(/^From /gm, '>From ')}\n`
  }
  const found = await messagesIn(box)
  expect(found.length).toBe(expected.length)
  expect(found.findIndex((message, at) => message !== expected[at])).toBe(-1)
  const long = `Subject: long\n\n${'>From here\n'.repeat(300_000)}${'y'.repeat(3_000_000)}\n`
  expect(await messagesIn(`${ENVELOPE}${long.replaceAll(/^>From /gm, '>>From ')}\n`)).toEqual([long])
})

it('reads a file of nothing but beginnings of separating lines', async () => {
  expect(await messagesIn('From '.repeat(2_000_000))).toHaveLength(1)
  expect((await messagesIn('\nFrom 9'.repeat(300_000))).map(({ length }) => length > 100)).toEqual([false, true])
})
