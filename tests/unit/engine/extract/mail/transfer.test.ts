import { describe, expect, it } from 'vitest'
import { withoutFiles } from '#engine/extract/mail/mail-body'
import { decodedPieces, decodeTransfer } from '#engine/extract/mail/transfer'

const decode = (text: string, encoding: string): string => Buffer.from(decodeTransfer(Buffer.from(text), encoding)).toString()

describe('decodeTransfer', () => {
  it.each([
    ['SGVsbG8=', 'Hello'],
    ['SGVs\r\nbG8=\r\n', 'Hello'],
    ['SGVsbG8', 'Hello'],
    ['S*G V!s-bG8=', 'Hello'],
    ['SGVsbG8=\nIHlvdQ==', 'Hello you'],
    ['SGVsbG8=\n____________\nThe list of Nehrin', 'Hello'],
    ['SGVsb', 'Hel'],
    ['', ''],
    ['====', '']
  ])('unpacks Base64 %j', (text, content) => {
    expect(decode(text, ' Base64 ; x')).toBe(content)
  })

  it('unpacks what is large in pieces, to the same bytes', async () => {
    const bytes = Buffer.alloc(5_000_001, 'any content')
    const text = Buffer.from(bytes.toString('base64').replaceAll(/(.{76})/g, '$1\r\n'))
    const pieces: Uint8Array[] = []
    for await (const piece of decodedPieces(text, 'base64')) pieces.push(piece)
    expect(pieces.length).toBeGreaterThan(4)
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true)
    expect(Buffer.from(decodeTransfer(text, 'base64')).equals(bytes)).toBe(true)
  })

  it.each([
    ['caf=C3=A9', 'café'],
    ['caf=c3=a9', 'café'],
    ['long =\r\nline', 'long line'],
    ['long = \t\nline', 'long line'],
    ['1 = 2, =zz', '1 = 2, =zz'],
    ['cut =', 'cut '],
    ['cut =C', 'cut =C']
  ])('reads quoted-printable %j', (text, content) => {
    expect(decode(text, 'quoted-printable')).toBe(content)
  })

  it('leaves what is not encoded, or in a way nobody knows', () => {
    expect(decode('as it is', '8bit')).toBe('as it is')
    expect(decode('as it is', 'x-unknown')).toBe('as it is')
  })
})

describe('withoutFiles', () => {
  const uu = 'begin 644 a.txt\n%2&5L;&\\\n`\nend\n'

  it('takes every uuencoded file out of a text', () => {
    const { text, files } = withoutFiles(`before\n${uu}${uu}between\n${uu}after`)
    expect(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual(
      Array.from({ length: 3 }, () => ['a.txt', 'Hello'])
    )
    expect(text.split('\n').filter((line) => line !== '')).toEqual(['before', 'between', 'after'])
  })

  it.each(['begin 644 of the story\nand so on\nend\n', 'begin 644 a.txt\n%2&5L;&\\\n'])('leaves %j', (text) => {
    expect(withoutFiles(text)).toEqual({ text, files: [] })
  })

  it('ends on a text of nothing but beginnings', () => {
    const text = 'begin 644 a\n'.repeat(200_000)
    expect(withoutFiles(text).files).toEqual([])
  })
})
