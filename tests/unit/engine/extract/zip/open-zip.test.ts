import { deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { openZip, type Zip } from '#engine/extract/zip/open-zip'
import { ZipFault } from '#engine/extract/zip/zip-fault'
import { openFileOf } from '#tests/support/open-file'
import { type ZipEntry, zipFile } from '#tests/support/zip-file'

const MiB = 1024 * 1024
const zipOf = async (entries: readonly ZipEntry[], maxEntries = 1000): Promise<Zip> =>
  await openZip(openFileOf(zipFile(entries)), { maxEntries })

function readFirst(zip: Zip, limit = 10 * MiB): string {
  const entry = zip.entries[0]
  return entry ? Buffer.from(zip.read(entry, limit)).toString() : ''
}

/** The code of the fault; undefined without one. */
async function faultOf(work: () => unknown): Promise<string | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    if (error instanceof ZipFault) return error.code
    throw error
  }
}

it('reads stored and deflated entries, at once and in pieces', async () => {
  const long = 'a line of a long file\n'.repeat(20_000) + Array.from({ length: 60_000 }, (_, at) => at).join()
  const zip = await zipOf([
    { name: 'a/stored.txt', content: 'stored', method: 'stored' },
    { name: 'long.txt', content: long },
    { name: 'a/' }
  ])
  expect(zip.entries.map(({ name, isFolder }) => [name, isFolder])).toEqual([
    ['a/stored.txt', false],
    ['long.txt', false],
    ['a/', true]
  ])
  expect(readFirst(zip)).toBe('stored')
  const entry = zip.find('long.txt')
  if (!entry) throw new Error('no entry')
  const pieces: Uint8Array[] = []
  for await (const piece of zip.stream(entry)) pieces.push(piece)
  expect(Buffer.concat(pieces).toString()).toBe(long)
  expect(Buffer.from(zip.read(entry, long.length)).toString()).toBe(long)
  expect(entry.modifiedAt).toBe(Date.UTC(2020, 8, 13, 12))
})

it('gives names as labels, whatever they try', async () => {
  const names = ['../../etc/passwd', '/etc/passwd', 'C:\\x\\y.txt', 'نامه.txt', 'gpj.\u202efdp', 'x'.repeat(4000)]
  const zip = await zipOf(names.map((name) => ({ name, content: 'x' })))
  expect(zip.entries.map(({ name }) => name)).toEqual(names)
})

it('decodes names without a declared character set', async () => {
  const undeclared = (name: Uint8Array): Buffer => {
    const bytes = zipFile([{ name, content: 'x' }])
    // The UTF-8 flag of both headers.
    bytes.writeUInt16LE(0, 6)
    bytes.writeUInt16LE(0, bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 8)
    return bytes
  }
  const utf8 = await openZip(openFileOf(undeclared(Buffer.from('گزارش.txt'))), { maxEntries: 10 })
  expect(utf8.entries[0]?.name).toBe('گزارش.txt')
  const dos = await openZip(openFileOf(undeclared(Buffer.from([0x82, 0x74, 0x82, 0x2e, 0x74, 0x78, 0x74]))), { maxEntries: 10 })
  expect(dos.entries[0]?.name).toBe('été.txt')
})

it('tells links and locked entries', async () => {
  const zip = await zipOf([
    { name: 'link', content: '/etc/passwd', mode: 0o120777 },
    { name: 'secret.txt', content: 'x', isEncrypted: true }
  ])
  expect(zip.entries.map(({ isLink, isEncrypted }) => [isLink, isEncrypted])).toEqual([
    [true, false],
    [false, true]
  ])
  const secret = zip.find('secret.txt')
  expect(await faultOf(() => secret && zip.read(secret, MiB))).toBe('locked')
})

it('refuses an entry that unpacks to more than text can shrink', async () => {
  const zeros = Buffer.alloc(3 * MiB)
  const zip = await zipOf([{ name: 'bomb', content: zeros }])
  expect(await faultOf(() => readFirst(zip))).toBe('bomb')
})

it('refuses an archive that promises far more than it holds', async () => {
  const packed = { bytes: deflateRawSync(Buffer.alloc(900_000)), size: 900_000, crc32: 0 }
  expect(await faultOf(() => zipOf(Array.from({ length: 100 }, (_, at) => ({ name: `${at}`, packed }))))).toBe('bomb')
})

it('refuses a size that lies, without unpacking more than it says', async () => {
  const text = 'word '.repeat(2000)
  expect(await faultOf(async () => readFirst(await zipOf([{ name: 'a', content: text, claimedSize: 10 }])))).toBe('bomb')
  expect(await faultOf(async () => readFirst(await zipOf([{ name: 'a', content: text, claimedSize: 20_000 }])))).toBe('damaged')
  const zip = await zipOf([{ name: 'a', content: text, claimedSize: 10 }])
  const stream = async (): Promise<void> => {
    for (const entry of zip.entries) for await (const _piece of zip.stream(entry));
  }
  expect(await faultOf(stream)).toBe('bomb')
})

it('refuses more than the caller has room for', async () => {
  const zip = await zipOf([{ name: 'a', content: 'word '.repeat(100) }])
  expect(await faultOf(() => readFirst(zip, 100))).toBe('bomb')
})

it('refuses entries over each other', async () => {
  const shared = Array.from(
    { length: 1000 },
    (_, at): ZipEntry => ({ name: `${at}`, content: 'x', ...(at > 0 ? { sharesLocalHeaderOf: 0 } : {}) })
  )
  expect(await faultOf(() => zipOf(shared))).toBe('bomb')
})

it('refuses more entries than the limit before it reads them', async () => {
  const many = Array.from({ length: 50 }, (_, at) => ({ name: `${at}`, content: '' }))
  expect(await faultOf(() => zipOf(many, 49))).toBe('too-many-files')
})

it('refuses what is no archive, or a damaged one, in a sentence', async () => {
  const whole = zipFile([{ name: 'a', content: 'some text that is long enough' }])
  expect(await faultOf(() => openZip(openFileOf(Buffer.from('no archive')), { maxEntries: 10 }))).toBe('damaged')
  expect(await faultOf(() => openZip(openFileOf(whole.subarray(0, -30)), { maxEntries: 10 }))).toBe('damaged')
  const flipped = Buffer.from(whole)
  flipped[40] = (flipped[40] ?? 0) ^ 0xff
  const zip = await openZip(openFileOf(flipped), { maxEntries: 10 })
  expect(await faultOf(() => readFirst(zip))).toBe('damaged')
})

it('keeps the entries before the place where the directory is damaged', async () => {
  const bytes = zipFile([
    { name: 'a.txt', content: 'kept' },
    { name: 'b.txt', content: 'lost' }
  ])
  bytes[bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'))] = 0
  const zip = await openZip(openFileOf(bytes), { maxEntries: 10 })
  expect(zip.entries.map(({ name }) => name)).toEqual(['a.txt'])
  expect(zip.damage).toMatch(/damaged/)
  expect(readFirst(zip)).toBe('kept')
})
