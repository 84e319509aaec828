/** Compound files, their messages, and sound and pictures made to harm who opens them. */

import { deflateSync } from 'node:zlib'
import { cfbFile } from '#tests/support/cfb-file'
import { type MsgParts, msgFile } from '#tests/support/msg-file'
import { pptFile, pptRecord } from '#tests/support/ppt-file'
import { wordFile } from '#tests/support/word-file'
import { biff, cell, wideText, xlsFile } from '#tests/support/xls-file'

const MiB = 1024 * 1024
const [SECTOR, FREE] = [512, 0xffffffff]

/** Lets every chain of sectors run in a circle. */
function inCircles(file: Buffer): Buffer {
  const table = (file.readUInt32LE(0x4c) + 1) * SECTOR
  for (let at = table; at < table + SECTOR; at += 4) {
    const next = file.readUInt32LE(at)
    if (next < 0xfffffffa || next === 0xfffffffe) file.writeUInt32LE((at - table) / 4, at)
  }
  return file
}

/** Lets every entry of the directory stand beside itself and hold itself. */
function insideItself(file: Buffer): Buffer {
  const directory = (file.readUInt32LE(0x30) + 1) * SECTOR
  for (let at = directory, index = 0; at < directory + SECTOR; at += 128, index++) {
    for (const field of [0x44, 0x48, 0x4c]) if (file.readUInt32LE(at + field) !== FREE) file.writeUInt32LE(index, at + field)
    file.writeUInt32LE(1, at + 0x4c)
    file.writeBigUInt64LE(0x7fffffffffffn, at + 0x78)
  }
  return file
}

const letters = 'needle '.repeat(2000)
const doc = (): Buffer => wordFile([{ text: letters }])
const xls = (): Buffer => xlsFile([{ name: 'A', records: [cell.label(0, 0, wideText('needle '.repeat(700)))] }])
const ppt = (): Buffer => pptFile([{ texts: [{ text: letters }] }])
const message = (): Buffer => msgFile({ properties: { 26: 'IPM.Note', 55: 'needle', 4096: letters } })

/** The same bytes a hundred thousand times. */
const pieces = (): Buffer =>
  wordFile([{ text: letters }, ...Array.from({ length: 100_000 }, () => ({ text: letters, sharesBytesOf: 0 }))])

const slides = (): Buffer => {
  let inner = pptRecord(0x0fa0, Buffer.from('needle', 'utf16le'))
  for (let level = 0; level < 20_000; level++) inner = pptRecord(0x03ee, [inner.subarray(0, 2000)], { claimedLength: 0x7fffffff })
  return cfbFile([
    {
      path: 'PowerPoint Document',
      content: Buffer.concat([
        pptRecord(0x03e8, [Buffer.alloc(0)], { claimedLength: 0x7fffffff }),
        Buffer.from([0x0f, 0, 0xee, 3, 0xff, 0xff, 0xff, 0x7f]),
        ...Array.from({ length: 50_000 }, () => Buffer.from([0x0f, 0, 0xee, 3, 0xff, 0xff, 0xff, 0x7f])),
        inner
      ])
    },
    { path: 'Current User', content: Buffer.alloc(20) }
  ])
}

/** A table of texts that says it holds four thousand million, and ten thousand sheets that are the same one. */
const sheets = (): Buffer =>
  xlsFile(
    Array.from({ length: 1 }, () => ({ name: 'A', records: Array.from({ length: 60_000 }, (_, at) => cell.shared(at, 0, 0)) })),
    {
      globals: [
        biff(0xfc, Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0])),
        ...Array.from({ length: 10_000 }, () => biff(0x85, Buffer.from([0, 0, 0, 0, 0, 0, 1, 0, 65])))
      ]
    }
  )

const nestedMessages = (): Buffer => {
  let inside: MsgParts = { properties: { 26: 'IPM.Note', 55: 'innermost' } }
  for (let level = 0; level < 20; level++)
    inside = { properties: { 26: 'IPM.Note', 55: `${level}` }, attachments: [{ properties: { 14085: 5 }, message: inside }] }
  return msgFile(inside)
}

/** Says that it unpacks to four gigabytes. */
const rtfBomb = (): Buffer => {
  const head = Buffer.alloc(16)
  head.writeUInt32LE(0xffffffff, 0)
  head.writeUInt32LE(0xffffffff, 4)
  head.writeUInt32LE(0x75465a4c, 8)
  return msgFile({ properties: { 26: 'IPM.Note', 55: 'needle', 4105: Buffer.concat([head, Buffer.alloc(4 * MiB, 0xff)]) } })
}

const tnef = (): Buffer => {
  const attribute = Buffer.alloc(9)
  attribute[0] = 1
  attribute.writeUInt32LE(0x0006_9003, 1)
  attribute.writeUInt32LE(0xfffffff0, 5)
  const properties = Buffer.alloc(4 + 8)
  properties.writeUInt32LE(0xffffffff, 0)
  properties.writeUInt32LE(0x1000_101e, 4)
  properties.writeUInt32LE(0xffffffff, 8)
  return Buffer.concat([Buffer.from([0x78, 0x9f, 0x3e, 0x22, 0, 0]), attribute, properties, Buffer.alloc(MiB)])
}

const box = (type: string, size: number): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(size >>> 0)
  head.write(type, 4, 'latin1')
  return head
}

const film = (): Buffer =>
  Buffer.concat([
    box('ftyp', 20),
    Buffer.from('isom\0\0\0\0mp42', 'latin1'),
    ...Array.from({ length: 20_000 }, (_, at) => box('moov', (20_000 - at) * 8)),
    ...Array.from({ length: 10_000 }, () => box('trak', 8)),
    box('mdat', 1)
  ])

/** A picture whose directories follow each other in a circle, and one that says it has sixty-five thousand. */
const tiffLoop = (): Buffer => {
  const bytes = Buffer.alloc(8 + 2 + 12 * 3 + 4)
  bytes.write('II*\0', 'latin1')
  bytes.writeUInt32LE(8, 4)
  bytes.writeUInt16LE(3, 8)
  ;[0x8769, 0x8825, 0x014a].forEach((tag, at) => {
    bytes.writeUInt16LE(tag, 10 + at * 12)
    bytes.writeUInt16LE(4, 12 + at * 12)
    bytes.writeUInt32LE(0x7fffffff, 14 + at * 12)
    bytes.writeUInt32LE(8, 18 + at * 12)
  })
  bytes.writeUInt32LE(8, 46)
  return bytes
}

const chunk = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
}

const pngTexts = (): Buffer => {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  const text = chunk('tEXt', Buffer.from('Comment\0needle'))
  const bomb = chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.alloc(64 * MiB))]))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...Array.from({ length: 50 }, () => bomb),
    ...Array.from({ length: 100_000 }, () => text),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0))
  ])
}

/** A tag that says it is as long as a film. */
const song = (): Buffer =>
  Buffer.concat([
    Buffer.from('ID3\x04\0\0\x7f\x7f\x7f\x7f', 'latin1'),
    ...Array.from({ length: 50_000 }, () => Buffer.from('TIT2\0\0\0\x01\0\0\0', 'latin1')),
    Buffer.alloc(MiB)
  ])

export const HOSTILE_OLDER: Readonly<Record<string, () => Buffer | string>> = {
  'circles.doc': () => inCircles(doc()),
  'circles.xls': () => inCircles(xls()),
  'circles.ppt': () => inCircles(ppt()),
  'circles.msg': () => inCircles(message()),
  'inside itself.doc': () => insideItself(doc()),
  'inside itself.xls': () => insideItself(xls()),
  'inside itself.ppt': () => insideItself(ppt()),
  'inside itself.msg': () => insideItself(message()),
  'pieces.doc': pieces,
  'slides.ppt': slides,
  'sheets.xls': sheets,
  'nested.msg': nestedMessages,
  'bomb.msg': rtfBomb,
  'winmail.dat': tnef,
  'boxes.mp4': film,
  'loop.tif': tiffLoop,
  'texts.png': pngTexts,
  'song.mp3': song
}
