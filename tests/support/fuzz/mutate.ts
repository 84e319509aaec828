/** Files as nobody wrote them: whole ones with something turned, lost, repeated, exchanged or claimed. The same for the same numbers. */

import { truncated, withFlippedBits } from '#tests/support/damage'
import { repacked } from '#tests/support/fuzz/repack'

type Numbers = Generator<number, never>

/** What means something to some reader. */
const TOKENS: readonly Buffer[] = [
  '\0',
  '\0\0\0\0\0\0\0\0',
  '\xff\xff\xff\xff\xff\xff\xff\xff',
  '\ufeff',
  '\u202e',
  '\u0300'.repeat(200),
  '<',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d SYSTEM "file:///etc/passwd">]>',
  '&d;&#0;&#xffffffff;',
  '<a xmlns:b="c" b:d="e">',
  '</a>',
  '<script>',
  '<style>@import "http://127.0.0.1:9/"',
  '<table><tr><td colspan=99999999 rowspan=99999999>',
  '<div>'.repeat(600),
  '{',
  '}',
  '{\\rtf1',
  '\\bin99999999 ',
  '\\u-32768?',
  '\\par\\cell\\row\\trowd',
  '"',
  '","',
  "'",
  ',\n'.repeat(100),
  '[',
  '](',
  '`'.repeat(50),
  '|-',
  '# ',
  '\r\n',
  '\n\n',
  '\r\n\r\n',
  '--b\r\n',
  '--b--\r\n',
  'Content-Type: multipart/mixed; boundary=b\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'Content-Length: 99999999999999\r\n',
  'WARC/1.0\r\nWARC-Type: response\r\n',
  'From a@b Mon Jan  1 00:00:00 2024\n',
  'PK\x01\x02',
  'PK\x03\x04',
  'PK\x05\x06',
  'PK\x06\x06',
  '\x1f\x8b\x08',
  'x\x9c',
  '%PDF-1.7\n',
  ' 0 obj\n<<',
  '>>\nendobj\n',
  'stream\n',
  'endstream',
  '/Kids [1 0 R]',
  '/Length 99999999',
  'xref\n0 1\n',
  'trailer',
  'BT (a) Tj ET',
  '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  'IHDR',
  'IDAT',
  'IEND',
  'tEXt',
  '\xff\xd8\xff\xe1',
  'Exif\0\0II*\0',
  'ID3\x04',
  'ftyp',
  'moov',
  'RIFF',
  'bplist00',
  '9'.repeat(40),
  '-1',
  '1e999',
  'NaN',
  '%s%n',
  '../../../etc/passwd',
  'C:\\',
  '__proto__',
  'constructor',
  'a'.repeat(5000),
  ' '.repeat(5000)
].map((token) => Buffer.from(token, /[^\0-\xff]/.test(token) ? 'utf8' : 'latin1'))

/** Numbers that lengths, counts and places should not be. */
const LIES = [0, 1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff]

const pick = <T>(from: readonly T[], random: Numbers): T => from[random.next().value % from.length] as T
const place = (bytes: Uint8Array, random: Numbers): number => (bytes.length === 0 ? 0 : random.next().value % bytes.length)
/** Mostly short, now and then long. */
const stretch = (bytes: Uint8Array, random: Numbers): number =>
  1 + (random.next().value % Math.max(1, random.next().value % 4 === 0 ? bytes.length : Math.min(64, bytes.length)))

type Mutation = (bytes: Buffer, random: Numbers, other: Buffer) => Buffer

const inserted = (bytes: Buffer, at: number, piece: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)])

const MUTATIONS: readonly Mutation[] = [
  (bytes, random) => Buffer.from(withFlippedBits(bytes, 1 << (random.next().value % 8), random)),
  (bytes, random) => Buffer.from(truncated(bytes, (random.next().value % 1000) / 1000)),
  // Another file from some place on.
  (bytes, random, other) => Buffer.concat([bytes.subarray(0, place(bytes, random)), other.subarray(place(other, random))]),
  // A piece of another file in the middle.
  (bytes, random, other) => {
    const from = place(other, random)
    return inserted(bytes, place(bytes, random), other.subarray(from, from + stretch(other, random)))
  },
  (bytes, random) => inserted(bytes, place(bytes, random), pick(TOKENS, random)),
  // A token in the place of what stood there.
  (bytes, random) => {
    const copy = Buffer.from(bytes)
    pick(TOKENS, random).copy(copy, place(bytes, random))
    return copy
  },
  // A length, count or place that lies, in either order of bytes.
  (bytes, random) => {
    const copy = Buffer.from(bytes)
    if (copy.length < 4) return copy
    const at = random.next().value % (copy.length - 3)
    const lie = pick(LIES, random)
    if (random.next().value % 2 === 0) copy.writeUInt32LE(lie, at)
    else copy.writeUInt32BE(lie, at)
    return copy
  },
  // A number written in digits that lies.
  (bytes, random) => {
    const text = bytes.toString('latin1')
    const numbers = [...text.matchAll(/\d{1,12}/g)]
    if (numbers.length === 0) return bytes
    const found = pick(numbers, random)
    const lie = pick(['0', '-1', '99999999999', '4294967295', '2147483648', '1e9', ''], random)
    return Buffer.from(text.slice(0, found.index) + lie + text.slice(found.index + found[0].length), 'latin1')
  },
  // Something twice, or very often.
  (bytes, random) => {
    const from = place(bytes, random)
    const piece = bytes.subarray(from, from + Math.min(stretch(bytes, random), 4096))
    const times = random.next().value % 8 === 0 ? 300 : 2
    return inserted(bytes, from, Buffer.concat(Array.from({ length: times }, () => piece)))
  },
  // Something lost.
  (bytes, random) => {
    const from = place(bytes, random)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + stretch(bytes, random))])
  },
  // Two places exchanged.
  (bytes, random) => {
    const [first, second] = [place(bytes, random), place(bytes, random)].sort((a, b) => a - b) as [number, number]
    const length = Math.min(stretch(bytes, random), second - first)
    const parts = [bytes.subarray(0, first), bytes.subarray(second, second + length), bytes.subarray(first + length, second)]
    return Buffer.concat([...parts, bytes.subarray(first, first + length), bytes.subarray(second + length)])
  }
]

function changed(bytes: Buffer, other: Buffer, random: Numbers): Buffer {
  let made = bytes
  for (let left = 1 + (random.next().value % 4); left > 0; left--) made = pick(MUTATIONS, random)(made, random, other)
  return made
}

/** One more file, made from `bytes` by one to four changes, of what is packed in it more often than not; `other` lends pieces. */
export function mutated(bytes: Buffer, other: Buffer, random: Numbers): Buffer {
  const isInside = random.next().value % 3 > 0
  const choose = (count: number): number => random.next().value % count
  const inside = isInside ? repacked(bytes, choose, (content) => changed(content, other, random)) : undefined
  return inside ?? changed(bytes, other, random)
}
