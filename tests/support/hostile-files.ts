/** One of each kind of file that was made to harm who opens it; see section D of the threat tests. Nothing here is copied from elsewhere. */
import { execFileSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { HOSTILE_ARCHIVES } from '#tests/support/hostile/archives'
import { HOSTILE_DOCUMENTS } from '#tests/support/hostile/office'
import { HOSTILE_OLDER } from '#tests/support/hostile/older'
import { packedFill } from '#tests/support/hostile/packed-fill'
import { HOSTILE_PDFS } from '#tests/support/hostile/pdf'
import { HOSTILE_TEXTS } from '#tests/support/hostile/text'
import { HOSTILE_PAGES } from '#tests/support/hostile/web'
import { tarFile } from '#tests/support/tar-file'
import { type ZipEntry, zipFile } from '#tests/support/zip-file'

const MiB = 1024 * 1024

/** A ZIP whose only file is a thousand times as large as it. */
const bomb = (): Buffer => zipFile([{ name: 'zeros.txt', packed: { bytes: packedFill(1024), size: 1024 * MiB, crc32: 0 } }])

/** Says a kilobyte, is sixty-four megabytes. */
const liar = (): Buffer =>
  zipFile([
    { name: 'small.txt', packed: { bytes: packedFill(64), size: 64 * MiB, crc32: 0 }, claimedSize: 1000 },
    { name: 'honest.txt', content: 'An honest file beside one that lies about the heron.' }
  ])

/** A thousand files that are all the same bytes of the archive. */
function overlapping(): Buffer {
  const shared = Array.from(
    { length: 1000 },
    (_, at): ZipEntry => ({ name: `${at}.txt`, content: 'x'.repeat(1000), sharesLocalHeaderOf: 0 })
  )
  return zipFile([{ name: 'first.txt', content: 'x'.repeat(1000) }, ...shared])
}

/** Sixteen archives of sixteen archives, five levels down, as the well-known one of 42 kilobytes. */
function nestedBombs(): Buffer {
  let inner = zipFile([{ name: 'zeros.bin', content: Buffer.alloc(900 * 1024) }])
  for (let level = 0; level < 5; level++)
    inner = zipFile(Array.from({ length: 16 }, (_, at) => ({ name: `lib ${at}.zip`, content: inner, method: 'stored' as const })))
  return inner
}

const ENTITIES = Array.from({ length: 10 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('')

/** A word processor's file around one XML document. */
const docx = (xml: string): Buffer =>
  zipFile([
    {
      name: '[Content_Types].xml',
      content:
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    },
    {
      name: '_rels/.rels',
      content:
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    },
    { name: 'word/document.xml', content: xml, method: 'stored' }
  ])

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const entityBomb = (): Buffer =>
  docx(
    `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "lol">${ENTITIES}]><w:document ${WORD}><w:body><w:p><w:r><w:t>&e10;</w:t></w:r></w:p></w:body></w:document>`
  )
const deepXml = (): Buffer =>
  docx(
    `<?xml version="1.0"?><w:document ${WORD}><w:body>${'<w:sdt>'.repeat(200_000)}<w:p><w:r><w:t>needle</w:t></w:r></w:p>${'</w:sdt>'.repeat(200_000)}</w:body></w:document>`
  )

/** 50,000 by 50,000 pixels in a few hundred kilobytes. */
function hugePicture(): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(50_000, 0)
  header.writeUInt32BE(50_000, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const data = Buffer.concat([Buffer.from([0x78, 0x9c]), packedFill(304), Buffer.alloc(4)])
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0))
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  // No reader of ours gets as far as the checksum of these.
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
}

/** A message in a message in a message, three hundred times. */
function nestedMessages(): string {
  let inner =
    'From: a@example.org\nTo: b@example.org\nMessage-ID: <last@example.org>\nDate: Mon, 1 Jan 2024 00:00:00 +0000\nSubject: last\n\nThe innermost one.\n'
  for (let level = 0; level < 300; level++)
    inner = `From: a@example.org\nTo: b@example.org\nMessage-ID: <${level}@example.org>\nMIME-Version: 1.0\nSubject: ${level}\nContent-Type: message/rfc822\n\n${inner}`
  return inner
}

const MAIL = 'Message-ID: <a@example.org>\nFrom: a@example.org\nTo: b@example.org\nMIME-Version: 1.0\n'
const manyHeaders = (): string => `${MAIL}${'X-Y: z\n'.repeat(100_000)}\nkestrel\n`
const longHeader = (): string => `${MAIL}Subject: ${'x'.repeat(10 * MiB)}\n\nkestrel\n`

/** A boundary that stands at every line and never ends anything, in parts inside parts. */
function endlessBoundaries(): string {
  const levels = Array.from({ length: 500 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}x\n\n--b${at}x\n`)
  return `${MAIL}${levels.join('')}${'--b0x\n\n'.repeat(20_000)}kestrel\n`
}

const slip = (): Buffer =>
  zipFile(
    [
      '../../escaped.txt',
      '/etc/absolute.txt',
      'C:\\drive.txt',
      'a\\..\\..\\back.txt',
      'nul\u0000.txt',
      `${'n'.repeat(4000)}.txt`
    ].map((name, at) => ({ name, content: `Slip number ${at} about the heron.` }))
  )

/** Each by its file name. */
const HOSTILE: Readonly<Record<string, () => Buffer | string>> = {
  ...HOSTILE_ARCHIVES,
  ...HOSTILE_PAGES,
  ...HOSTILE_DOCUMENTS,
  ...HOSTILE_TEXTS,
  ...HOSTILE_OLDER,
  ...HOSTILE_PDFS,
  'bomb.zip': bomb,
  'liar.zip': liar,
  'overlapping.zip': overlapping,
  'nested bombs.zip': nestedBombs,
  'slip.zip': slip,
  'locked.zip': () => zipFile([{ name: 'secret.txt', content: 'not readable', isEncrypted: true }]),
  'cut.zip': () => zipFile([{ name: 'a.txt', content: 'cut off' }]).subarray(0, 60),
  'link.zip': () => zipFile([{ name: 'passwd', content: '/etc/passwd', mode: 0o120777 }]),
  'bomb.txt.gz': () => gzipSync(Buffer.alloc(300 * MiB), { level: 9 }),
  'lying size.tar': () => tarFile([{ name: 'huge.txt', content: 'small', size: 8 ** 11 - 1 }]),
  'devices.tar': () =>
    tarFile([
      { name: 'zero', type: '3' },
      { name: 'pipe', type: '6' }
    ]),
  'entities.docx': entityBomb,
  'deep.docx': deepXml,
  'deep.html': () => `<p>needle</p>${'<div>'.repeat(200_000)}bottom`,
  'huge.png': hugePicture,
  'nested.eml': nestedMessages,
  'many headers.eml': manyHeaders,
  'long header.eml': longHeader,
  'boundaries.eml': endlessBoundaries,
  'no mailbox.mbox': () => `From a@example.org Mon Jan  1 00:00:00 2024\n${'From '.repeat(1_000_000)}`
}

/** One of them by its file name. */
export function hostileFile(name: string): Buffer | string {
  const make = HOSTILE[name]
  if (!make) throw new Error(`no hostile file ${name}`)
  return make()
}

/** Writes one of each into `folder`, and answers with their names. */
export function writeHostileFiles(folder: string): string[] {
  mkdirSync(folder, { recursive: true })
  for (const [name, make] of Object.entries(HOSTILE)) writeFileSync(join(folder, name), make())
  symlinkSync('/etc', join(folder, 'link to etc'))
  symlinkSync(folder, join(folder, 'loop'))
  const names = [...Object.keys(HOSTILE), 'link to etc', 'loop']
  if (process.platform !== 'linux') return names
  execFileSync('mkfifo', [join(folder, 'pipe')])
  return [...names, 'pipe']
}

/** A file of this many bytes that takes no room, with a word at its beginning. */
export function writeSparseFile(file: string, bytes: number): void {
  const descriptor = openSync(file, 'w')
  writeSync(descriptor, 'beginning')
  ftruncateSync(descriptor, bytes)
  closeSync(descriptor)
}
