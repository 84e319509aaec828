/** The archives of the golden folders, made byte by byte: each has one thing that is unusual or wrong. */
import { constants, deflateRawSync, gzipSync } from 'node:zlib'
import { type TarEntry, tarFile } from '#tests/support/tar-file'
import { windows1256 } from '#tests/support/windows-1256'
import { type ZipEntry, zipFile } from '#tests/support/zip-file'

const MiB = 1024 * 1024
const STATEMENT = 'Statement of the ferryman of Nehrin: at dawn the boats were gone from the landing.\n'
const NOTE = { name: 'note.txt', content: 'A note from Darvan about the mill road.\n' }

const PERSIAN_NAMES = ['گزارش رودخانه دروان', 'نامه به شهردار نهرین', 'فهرست خانه های خراب شده', 'شهادت نانوا و چوپان']

/** Raw deflate of `mebibytes` of zeros. */
const zeros = (mebibytes: number): NonNullable<ZipEntry['packed']> => ({
  bytes: deflateRawSync(Buffer.alloc(mebibytes * MiB), { level: 9, finishFlush: constants.Z_FINISH }),
  size: mebibytes * MiB,
  crc32: 0
})

const SLIPPING = [
  '../../etc/cron.d/x.txt',
  '/etc/x.txt',
  'C:\\Windows\\x.txt',
  'a\\..\\..\\b.txt',
  'letter\u202efdp.exe',
  'nul\0.txt'
]

function nestedZip(depth: number): Buffer {
  let inner = zipFile([{ name: 'deepest.txt', content: STATEMENT }])
  for (let level = depth; level > 1; level--) inner = zipFile([{ name: `level ${level}.zip`, content: inner, method: 'stored' }])
  return inner
}

function damagedDirectory(): Buffer {
  const bytes = zipFile([NOTE, { name: 'second.txt', content: STATEMENT }, { name: 'third.txt', content: 'third' }])
  const central = Buffer.from('PK\x01\x02', 'latin1')
  const second = bytes.indexOf(central, bytes.indexOf(central) + 4)
  bytes.write('XX', second, 'latin1')
  return bytes
}

function wrongSum(): Buffer {
  const bytes = zipFile([{ name: 'changed.txt', content: STATEMENT, method: 'stored' }, NOTE])
  bytes.write('dusk', bytes.indexOf('dawn'), 'latin1')
  return bytes
}

const zip: Readonly<Record<string, () => Buffer>> = {
  'names-in-cp437': () =>
    zipFile(
      [
        [0x52, 0x82, 0x73, 0x75, 0x6d, 0x82, 0x2e, 0x74, 0x78, 0x74],
        [0x4d, 0x81, 0x68, 0x6c, 0x65, 0x2e, 0x74, 0x78, 0x74]
      ].map((name) => ({ name: Uint8Array.from(name), content: STATEMENT, isUndeclared: true }))
    ),
  'names-in-windows-1256': () =>
    zipFile(PERSIAN_NAMES.map((name) => ({ name: windows1256(`${name}.txt`), content: 'متن گزارش\n', isUndeclared: true }))),
  'names-in-undeclared-utf-8': () =>
    zipFile(['شهادت/گزارش.txt', 'témoignage.txt'].map((name) => ({ name, content: STATEMENT, isUndeclared: true }))),
  zip64: () => zipFile([NOTE, { name: 'statement.txt', content: STATEMENT, isZip64: true }]),
  'locked-entry': () => zipFile([{ name: 'secret.txt', content: 'x'.repeat(40), isEncrypted: true }, NOTE]),
  'names-that-climb-and-turn': () => zipFile(SLIPPING.map((name, at) => ({ name, content: `${at}` }))),
  'overlapping-entries': () =>
    zipFile([NOTE, ...['a', 'b', 'c'].map((name) => ({ name, content: NOTE.content, sharesLocalHeaderOf: 0 }))]),
  'lying-size': () => zipFile([{ name: 'small.txt', packed: zeros(2), claimedSize: 1000 }, NOTE]),
  bomb: () => zipFile([NOTE, { name: 'zeros.bin', packed: zeros(32) }]),
  'bomb-among-others': () => zipFile([NOTE, { name: 'zeros.bin', packed: zeros(4) }, { name: 'last.txt', content: STATEMENT }]),
  'nested-five-deep': () => nestedZip(5),
  'damaged-directory': damagedDirectory,
  'without-directory': () => zipFile([NOTE, { name: 'statement.txt', content: STATEMENT }]).subarray(0, 150),
  'wrong-checksum': wrongSum,
  'unknown-method': () => zipFile([{ name: 'packed.txt', content: STATEMENT, claimedMethod: 14 }, NOTE]),
  'comment-links-and-leftovers': () =>
    zipFile(
      [
        { name: 'papers/' },
        { name: 'papers/note.txt', content: NOTE.content },
        { name: 'papers/link.txt', content: '../../etc/passwd', mode: 0o120777 },
        { name: '__MACOSX/papers/._note.txt', content: 'x' },
        { name: 'papers/.DS_Store', content: 'x' }
      ],
      { comment: 'Sent by the school of Darvan. فرستاده از دروان' }
    ),
  empty: () => zipFile([])
}

const paxRecord = (key: string, value: string): string => {
  const rest = ` ${key}=${value}\n`
  const bytes = Buffer.byteLength(rest)
  const digits = String(bytes + String(bytes).length).length
  return `${bytes + digits}${rest}`
}
const pax = (...pairs: readonly [string, string][]): TarEntry => ({
  name: 'PaxHeaders/0',
  type: 'x',
  content: pairs.map(([key, value]) => paxRecord(key, value)).join('')
})
const LONG = `${'a folder with a long name/'.repeat(6)}statement of the ferryman.txt`

function brokenHeader(): Buffer {
  const bytes = tarFile([NOTE, { name: 'second.txt', content: STATEMENT }, { name: 'third.txt', content: 'x' }])
  bytes.write('9', 1024 + 150, 'latin1')
  return bytes
}

const tar: Readonly<Record<string, () => Buffer>> = {
  'gnu-long-name': () =>
    tarFile([{ name: '././@LongLink', type: 'L', content: `${LONG}\0` }, { name: LONG.slice(0, 99), content: STATEMENT }, NOTE]),
  'pax-names': () =>
    tarFile([
      pax(['path', 'شهادت‌ها/گزارش رودخانه.txt'], ['mtime', '1600000100.5']),
      { name: 'x', content: STATEMENT },
      pax(['path', `é/${LONG}`]),
      { name: 'y', content: NOTE.content }
    ]),
  'names-in-windows-1256': () =>
    tarFile(PERSIAN_NAMES.map((name) => ({ name: windows1256(`${name}.txt`), content: 'متن\n', type: '\0' }))),
  'links-and-devices': () =>
    tarFile([
      { name: 'folder/', type: '5' },
      { name: 'folder/hard', type: '1', linkname: 'note.txt' },
      { name: 'folder/soft', type: '2', linkname: '/etc/passwd' },
      { name: 'null', type: '3' },
      { name: 'disk', type: '4' },
      { name: 'pipe', type: '6' },
      NOTE
    ]),
  sparse: () =>
    tarFile([
      { name: 'old kind of sparse.bin', type: 'S', content: 'data' },
      pax(
        ['GNU.sparse.major', '1'],
        ['GNU.sparse.minor', '0'],
        ['GNU.sparse.name', 'sparse.bin'],
        ['GNU.sparse.realsize', '4096']
      ),
      { name: 'GNUSparseFile.0/sparse.bin', content: '1\n0\n4\n' },
      { name: 'volume', type: 'V' },
      NOTE
    ]),
  'names-that-climb-and-turn': () => tarFile(SLIPPING.slice(0, 5).map((name, at) => ({ name, content: `${at}` }))),
  'lying-size': () => tarFile([NOTE, { name: 'endless.txt', content: STATEMENT, size: 8 ** 9 }]),
  'broken-header': brokenHeader,
  'cut-off': () => tarFile([NOTE, { name: 'long.txt', content: STATEMENT.repeat(20) }]).subarray(0, 2300),
  'without-end': () => tarFile([NOTE], { end: false })
}

const NAMED = 0x08
/** A gzip file whose header gives a name and a time (RFC 1952). */
function named(content: string | Uint8Array, name: string): Buffer {
  const plain = gzipSync(content)
  const head = Buffer.from(plain.subarray(0, 10))
  head[3] = NAMED
  head.writeUInt32LE(1_600_000_000, 4)
  return Buffer.concat([head, Buffer.from(`${name}\0`), plain.subarray(10)])
}

const LINES = Array.from({ length: 400 }, (_, at) => `${at}: ${(at * 7919) % 1009} boats, ${(at * 104_729) % 997} people\n`).join(
  ''
)

function wrongGzipSum(): Buffer {
  const bytes = gzipSync(STATEMENT)
  bytes.writeUInt32LE(1, bytes.length - 8)
  return bytes
}

function changedLines(): Buffer {
  const bytes = gzipSync(LINES)
  bytes.fill(0xff, 1600, 1610)
  return bytes
}

const gzip: Readonly<Record<string, () => Buffer>> = {
  'several-members': () => Buffer.concat([gzipSync('The first half. '), gzipSync('The second half.\n')]),
  'cut-off': () => gzipSync(LINES).subarray(0, 2000),
  'cut-off-in-header': () => gzipSync(LINES).subarray(0, 8),
  'wrong-checksum': wrongGzipSum,
  'rubbish-behind': () => Buffer.concat([gzipSync(STATEMENT), Buffer.from('not a gzip member')]),
  'padded-with-zeros': () => Buffer.concat([gzipSync(STATEMENT), Buffer.alloc(1024)]),
  'changed-in-the-middle': changedLines,
  'nothing-inside': () => gzipSync('')
}

// A file name that does not end in .gz tells nothing of what is inside; then the header does.
const nameless: Readonly<Record<string, () => Buffer>> = {
  'with-name': () => named(STATEMENT, 'گزارش.txt'),
  'name-that-climbs': () => named(STATEMENT, '../../letter\u202efdp.exe')
}

const tgz: Readonly<Record<string, () => Buffer>> = {
  'packed-tar': () => gzipSync(tarFile([NOTE, { name: 'شهادت.txt', content: STATEMENT }])),
  'packed-tar-cut-off': () => gzipSync(tarFile([NOTE, { name: 'lines.txt', content: LINES }])).subarray(0, 1500),
  'bomb-in-tar': () => gzipSync(tarFile([NOTE, { name: 'zeros.bin', content: Buffer.alloc(24 * MiB) }]), { level: 9 })
}

const under = (format: string, extension: string, made: Readonly<Record<string, () => Buffer>>) =>
  Object.entries(made).map(([name, make]) => ({ path: `${format}/${name}/source.${extension}`, make }))

/** What lies under `tests/fixtures`, and how it is made. */
export const ARCHIVE_FIXTURES: readonly Readonly<{ path: string; make: () => Buffer }>[] = [
  ...under('zip', 'zip', zip),
  ...under('tar', 'tar', tar),
  ...under('gzip', 'gz', gzip),
  ...under('gzip', 'packed', nameless),
  ...under('gzip', 'tgz', tgz)
]
