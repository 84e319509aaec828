/** Pictures that tell who made them, where and with what, in every place that their formats have for it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

/** What no copy without metadata may hold, in any encoding a file may have it in. */
export const SECRETS = {
  person: 'Jane Witness',
  user: 'jwitness',
  home: '/home/jwitness/evidence',
  camera: 'SecretCam 9000',
  serial: 'SN-4711-0815',
  program: 'Leaky Editor 3.1',
  note: 'handed over by the gardener'
} as const

const IMAGES = 'tests/fixtures/image'
const fixture = (name: string): Buffer => readFileSync(join(IMAGES, name))

type Value = string | number | readonly (readonly [number, number])[] | Buffer

/** A TIFF block with these directories; `next` of the first leads to `thumbnail`. Little-endian. */
export function exifBlock({ thumbnail = true, orientation = 6 } = {}): Buffer {
  const main: [number, Value][] = [
    [0x010e, SECRETS.note],
    [0x010f, 'SecretCam'],
    [0x0110, SECRETS.camera],
    [0x0112, orientation],
    [0x0131, SECRETS.program],
    [0x0132, '2022:09:16 10:11:12'],
    [0x013b, SECRETS.person],
    [0x013c, `${SECRETS.user}-laptop`],
    [0x8298, `(c) ${SECRETS.person}`]
  ]
  const exif: [number, Value][] = [
    [0x9003, '2022:09:16 10:11:12'],
    [0x927c, Buffer.from(`MAKER\0${SECRETS.serial} ${SECRETS.home}\0`)],
    [0xa430, SECRETS.person],
    [0xa431, SECRETS.serial]
  ]
  const gps: [number, Value][] = [
    [1, 'N'],
    [
      2,
      [
        [35, 1],
        [41, 1],
        [2112, 100]
      ]
    ],
    [3, 'E'],
    [
      4,
      [
        [51, 1],
        [23, 1],
        [2040, 100]
      ]
    ]
  ]
  const block = new Block()
  const gpsAt = block.add(gps)
  const exifAt = block.add(exif)
  const picture = Buffer.from(`\xff\xd8THUMB ${SECRETS.note}\xff\xd9`, 'latin1')
  const pictureAt = block.raw(picture)
  const small = thumbnail
    ? block.add(
        [
          [0x0103, 6],
          [0x0201, pictureAt],
          [0x0202, picture.length]
        ],
        4
      )
    : 0
  return block.end([...main, [0x8769, exifAt], [0x8825, gpsAt]], small)
}

/** Grows from the offset of the TIFF head. */
class Block {
  #parts: Buffer[] = []
  #at = 8

  raw(bytes: Buffer): number {
    const at = this.#at
    const padded = bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(1)])
    this.#parts.push(padded)
    this.#at += padded.length
    return at
  }

  add(entries: readonly (readonly [number, Value])[], _width = 4, next = 0): number {
    const written = entries.map(([tag, value]) => this.#entry(tag, value))
    const head = Buffer.alloc(2)
    head.writeUInt16LE(written.length)
    const tail = Buffer.alloc(4)
    tail.writeUInt32LE(next)
    return this.raw(Buffer.concat([head, ...written, tail]))
  }

  end(entries: readonly (readonly [number, Value])[], next: number): Buffer {
    const first = this.add(
      [...entries].sort((a, b) => a[0] - b[0]),
      4,
      next
    )
    const head = Buffer.alloc(8)
    head.write('II*\0', 'latin1')
    head.writeUInt32LE(first, 4)
    return Buffer.concat([head, ...this.#parts])
  }

  #entry(tag: number, value: Value): Buffer {
    const entry = Buffer.alloc(12)
    entry.writeUInt16LE(tag, 0)
    const [type, count, bytes] = encoded(tag, value)
    entry.writeUInt16LE(type, 2)
    entry.writeUInt32LE(count, 4)
    if (bytes.length <= 4) bytes.copy(entry, 8)
    else entry.writeUInt32LE(this.raw(bytes), 8)
    return entry
  }
}

function encoded(tag: number, value: Value): [type: number, count: number, bytes: Buffer] {
  if (typeof value === 'string') {
    const bytes = Buffer.from(`${value}\0`, 'latin1')
    return [2, bytes.length, bytes]
  }
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4)
    const isShort = tag === 0x0112 || tag === 0x0103
    if (isShort) bytes.writeUInt16LE(value)
    else bytes.writeUInt32LE(value)
    return [isShort ? 3 : 4, 1, bytes]
  }
  if (Buffer.isBuffer(value)) return [7, value.length, value]
  const bytes = Buffer.alloc(value.length * 8)
  for (const [index, [over, under]] of value.entries()) {
    bytes.writeUInt32LE(over, index * 8)
    bytes.writeUInt32LE(under, index * 8 + 4)
  }
  return [5, value.length, bytes]
}

export const xmpPacket = (): string =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmp:CreatorTool="${SECRETS.program}" pdf:Producer="${SECRETS.program}"><dc:creator><rdf:Seq><rdf:li>${SECRETS.person}</rdf:li></rdf:Seq></dc:creator><dc:source>${SECRETS.home}/a.psd</dc:source></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** A photograph on its side with EXIF, GPS, maker's notes, a thumbnail, XMP, IPTC, comments and a film behind it. */
export function tellingJpeg(options: Parameters<typeof exifBlock>[0] = {}): Buffer {
  const plain = fixture('jpeg-exif-turned/source.jpg')
  const iptc = Buffer.concat([
    Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0', 'latin1'),
    Buffer.from([0, 0, 0, 5 + SECRETS.person.length]),
    Buffer.from([0x1c, 2, 80, 0, SECRETS.person.length]),
    Buffer.from(SECRETS.person)
  ])
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifBlock(options)])),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmpPacket()}`)),
    segment(0xed, iptc),
    segment(0xec, Buffer.from(`Ducky ${SECRETS.user}`)),
    segment(0xfe, Buffer.from(`${SECRETS.home} ${SECRETS.note}`)),
    // The fixture has EXIF of its own: it stays, as files with two do exist.
    plain.subarray(2),
    Buffer.from(`MotionPhoto ${SECRETS.home}`)
  ])
}

export const pngChunk = (name: string, content: Buffer): Buffer => {
  const chunk = Buffer.alloc(12 + content.length)
  chunk.writeUInt32BE(content.length)
  chunk.write(name, 4, 'latin1')
  content.copy(chunk, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + content.length)), 8 + content.length)
  return chunk
}

/** A picture with texts of every kind, EXIF, a time, a chunk of a program and bytes behind its end. */
export function tellingPng(plain: Buffer): Buffer {
  const end = plain.length - 12
  return Buffer.concat([
    plain.subarray(0, 33),
    pngChunk('tEXt', Buffer.from(`Author\0${SECRETS.person}`)),
    pngChunk('tEXt', Buffer.from(`Software\0${SECRETS.program}`)),
    pngChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(SECRETS.note)])),
    pngChunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmpPacket()}`)),
    pngChunk('eXIf', exifBlock()),
    pngChunk('tIME', Buffer.from([7, 0xe6, 9, 16, 10, 11, 12])),
    plain.subarray(33, end),
    pngChunk('prIV', Buffer.from(SECRETS.home)),
    plain.subarray(end),
    Buffer.from(`trailing ${SECRETS.user}`)
  ])
}

const riff = (name: string, content: Buffer): Buffer => {
  const chunk = Buffer.alloc(8 + content.length + (content.length % 2))
  chunk.write(name, 'latin1')
  chunk.writeUInt32LE(content.length, 4)
  content.copy(chunk, 8)
  return chunk
}

/** The extended form with EXIF, XMP and a chunk of a program. */
export function tellingWebp(): Buffer {
  const plain = fixture('webp-exif/source.webp')
  const body = Buffer.concat([
    plain.subarray(8),
    ...(plain.length % 2 === 0 ? [] : [Buffer.alloc(1)]),
    riff('EXIF', exifBlock()),
    riff('XMP ', Buffer.from(xmpPacket())),
    riff('PRIV', Buffer.from(SECRETS.home))
  ])
  return Buffer.concat([riff('RIFF', body), Buffer.from(`trailing ${SECRETS.user}`)])
}

export function tellingGif(): Buffer {
  const plain = fixture('gif-animated/source.gif')
  const pieces = (text: string): Buffer =>
    Buffer.concat([
      ...(text.match(/.{1,255}/gs) ?? []).map((one) => Buffer.concat([Buffer.from([one.length]), Buffer.from(one)])),
      Buffer.from([0])
    ])
  return Buffer.concat([
    plain.subarray(0, plain.length - 1),
    Buffer.from([0x21, 0xfe]),
    pieces(`${SECRETS.person} ${SECRETS.home}`),
    Buffer.from([0x21, 0xff, 11]),
    Buffer.from('XMP DataXMP'),
    pieces(xmpPacket()),
    plain.subarray(plain.length - 1),
    Buffer.from(`trailing ${SECRETS.user}`)
  ])
}

/** A page of gray whose directory has what cameras and programs write into one. */
export function tellingTiff(): Buffer {
  const block = new Block()
  const pixels = Buffer.alloc(64, 0x80)
  const at = block.raw(pixels)
  const gps = block.add([
    [1, 'N'],
    [
      2,
      [
        [35, 1],
        [41, 1],
        [0, 1]
      ]
    ]
  ])
  return block.end(
    [
      [256, 8],
      [257, 8],
      [258, 8],
      [259, 1],
      [262, 1],
      [270, SECRETS.note],
      [271, 'SecretCam'],
      [273, at],
      [277, 1],
      [278, 8],
      [279, pixels.length],
      [305, SECRETS.program],
      [315, SECRETS.person],
      [316, `${SECRETS.user}-laptop`],
      [700, Buffer.from(xmpPacket())],
      [0x8825, gps]
    ],
    0
  )
}
