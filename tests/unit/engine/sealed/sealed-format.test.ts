/** Sealed files: held against known answers, and against everything that can be done to a file behind the program's back. */
import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { OriginalHasher } from '#engine/integrity/stored-original'
import { Work } from '#engine/integrity/work'
import { keysOf } from '#engine/keys/data-key'
import { Originals } from '#engine/originals/originals'
import { openStored } from '#engine/sealed/open-stored'
import { paddedBytes, SMALLEST_BYTES, sealedBytes } from '#engine/sealed/padded-size'
import {
  CHUNK_BYTES,
  fileKey,
  HEADER_BYTES,
  readHeader,
  SEALED_CHUNK_BYTES,
  type SealGroup,
  sealChunk,
  sealGroup,
  veiledHeader,
  veilOf
} from '#engine/sealed/sealed-format'
import { SealedWriter } from '#engine/sealed/sealed-writer'
import type { StoredFile } from '#engine/sealed/stored-file'
import { streamStored } from '#engine/sealed/stream-stored'
import { sealedVectors as vectors } from '#tests/support/sealed-vectors'
import { temporaryFolder } from '#tests/support/temporary'

const unhex = (digits: string): Buffer => Buffer.from(digits, 'hex')
const PATTERN = Buffer.from(Array.from({ length: 251 }, (_, at) => (at * 7) % 251))
const contentOf = (size: number): Buffer => Buffer.alloc(size, PATTERN)

/** Seals in pieces of these sizes, the last one repeated. */
function sealed(
  content: Uint8Array,
  pieces: readonly number[] = [content.length || 1],
  folder = temporaryFolder()
): { path: string; group: SealGroup } {
  const group = sealGroup(randomBytes(32))
  const path = join(folder, 'file')
  const descriptor = openSync(path, 'w')
  const writer = new SealedWriter(descriptor, group)
  for (let [at, n] = [0, 0]; at < content.length; n++) {
    const size = pieces[Math.min(n, pieces.length - 1)] ?? 1
    writer.write(content.subarray(at, at + size))
    at += size
  }
  writer.finish()
  closeSync(descriptor)
  return { path, group }
}

const stored = (path: string, group: SealGroup): StoredFile => ({
  path,
  key: fileKey(group, readFileSync(path).subarray(24, 40))
})

function readAll(file: StoredFile): Buffer {
  const open = openStored(file)
  try {
    return Buffer.from(open.read(0, open.sizeBytes))
  } finally {
    open.close()
  }
}

async function streamed(file: StoredFile, start?: number, end?: number): Promise<Buffer> {
  const stretch = start === undefined || end === undefined ? undefined : { start, end }
  const pieces: Uint8Array[] = []
  for await (const piece of streamStored(file, stretch)) pieces.push(piece)
  return Buffer.concat(pieces)
}

const hashed = (file: StoredFile) => new OriginalHasher().hash(file, new Work(), () => undefined)

describe('the known answers of another implementation', () => {
  const keys = keysOf(unhex(vectors.dataKey))

  test('the keys', () => {
    for (const [name, key] of Object.entries(keys))
      expect([name, Buffer.from(key).toString('hex')]).toEqual([name, vectors.keys[name]])
  })

  test('the name of an original', () => {
    const sha256 = createHash('sha256').update('sanad').digest()
    expect(new Originals('/a', keys).pathOf(sha256)).toContain(`${vectors.name}.sealed`)
  })

  // Sealing takes salts of its own, so that what the program wrote is rebuilt from its key and its salts.
  test.each(vectors.files)('a file of $size bytes', ({ size, fileSalt, sealedBytes: length, sha256 }) => {
    const veil = veilOf(keys.originals)
    const key = fileKey(sealGroup(keys.originals, unhex(vectors.groupSalt)), unhex(fileSalt))
    const header = veiledHeader(Buffer.concat([Buffer.from('SANADSP\u0001'), unhex(vectors.groupSalt), unhex(fileSalt)]), veil)
    const salts = readHeader(header, veil)
    expect(Buffer.concat([salts?.groupSalt ?? header, salts?.fileSalt ?? header]).toString('hex')).toBe(
      vectors.groupSalt + fileSalt
    )
    const content = contentOf(size)
    const padded = length - header.length - 16 * Math.ceil((length - header.length) / SEALED_CHUNK_BYTES)
    const whole = Buffer.concat([content, Buffer.alloc(padded - size)])
    whole.writeBigUInt64BE(BigInt(size), padded - 8)
    const chunks: Buffer[] = []
    for (let at = 0; at < padded; at += CHUNK_BYTES) {
      const nonce = Buffer.alloc(12)
      nonce.writeUInt32BE(at / CHUNK_BYTES, 7)
      nonce[11] = at + CHUNK_BYTES >= padded ? 1 : 0
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      chunks.push(cipher.update(whole.subarray(at, at + CHUNK_BYTES)), cipher.final(), cipher.getAuthTag())
    }
    const bytes = Buffer.concat([header, ...chunks])
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    const path = join(temporaryFolder(), 'file')
    writeFileSync(path, bytes)
    expect(readAll({ path, key }).equals(content)).toBe(true)
    expect(statSync(sealed(content).path).size).toBe(length)
  })
})

test('a file of any size, sealed in pieces of any size, is read back whole, anywhere, and as a stream', async () => {
  // Where the smallest size ends, and where content or padding fills its last chunk.
  const borders = [
    SMALLEST_BYTES - 64,
    CHUNK_BYTES - 64,
    CHUNK_BYTES - 8,
    CHUNK_BYTES,
    2 * CHUNK_BYTES - 64,
    2 * CHUNK_BYTES,
    2 ** 21
  ]
  const size = fc.oneof(
    fc.nat(300),
    fc.nat(3 * CHUNK_BYTES),
    fc.tuple(fc.constantFrom(...borders), fc.integer({ min: -1, max: 1 })).map(([border, off]) => border + off)
  )
  const pieces = fc.array(fc.integer({ min: 1, max: 2 * CHUNK_BYTES }), { minLength: 1, maxLength: 4 })
  const stretches = fc.array(fc.tuple(fc.nat(3 * CHUNK_BYTES), fc.nat(CHUNK_BYTES + 100)), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(size, pieces, stretches, async (length, sizes, asked) => {
      const content = contentOf(length)
      const { path, group } = sealed(content, sizes)
      const file = stored(path, group)
      expect(statSync(path).size).toBe(sealedBytes(length))
      expect(readAll(file).equals(content)).toBe(true)
      expect(await hashed(file)).toEqual({ sha256: createHash('sha256').update(content).digest() })
      expect((await streamed(file)).equals(content)).toBe(true)
      const open = openStored(file)
      for (const [from, count] of asked) {
        const expected = content.subarray(from, from + count)
        expect(Buffer.from(open.read(from, count)).equals(expected)).toBe(true)
        if (count > 0) expect((await streamed(file, from, from + count - 1)).equals(expected)).toBe(true)
      }
      open.close()
    }),
    { numRuns: 60 }
  )
})

describe('what was done to a file is found out', () => {
  // In the fourth chunk the content ends.
  const content = randomBytes(3 * CHUNK_BYTES + 1000)
  const folder = mkdtempSync(join(tmpdir(), 'sanad-sealed-'))
  const whole = sealed(content, undefined, folder)
  const bytes = readFileSync(whole.path)
  afterAll(() => rmSync(folder, { recursive: true }))
  const chunk = (index: number): Buffer =>
    bytes.subarray(HEADER_BYTES + index * SEALED_CHUNK_BYTES, HEADER_BYTES + (index + 1) * SEALED_CHUNK_BYTES)
  const header = bytes.subarray(0, HEADER_BYTES)
  const key = stored(whole.path, whole.group).key

  async function isRefused(changed: Uint8Array): Promise<void> {
    const path = join(temporaryFolder(), 'file')
    writeFileSync(path, changed)
    expect(() => readAll({ path, key })).toThrow(expect.objectContaining({ code: 'EBADMSG' }))
    await expect(streamed({ path, key })).rejects.toMatchObject({ code: 'EBADMSG' })
    expect(await hashed({ path, key })).toEqual({ trouble: 'changed' })
  }

  test('cut off, at any place and at the border of each chunk', async () => {
    const ends = [0, 1, 39, 40, 41, 55, 56, bytes.length - 1, bytes.length - 16, bytes.length - 17, bytes.length - 24]
    for (const size of [0, 30_000, 2 * CHUNK_BYTES, 3 * CHUNK_BYTES - 9000]) ends.push(sealedBytes(size))
    for (let index = 1; index <= 3; index++) ends.push(HEADER_BYTES + index * SEALED_CHUNK_BYTES)
    for (let n = 0; n < 40; n++) ends.push(Math.floor((bytes.length * n) / 40))
    for (const end of ends) await isRefused(bytes.subarray(0, end))
  })

  test('a file cut at the border of a chunk does not even open: no byte of it is handed out', () => {
    const path = join(temporaryFolder(), 'file')
    writeFileSync(path, bytes.subarray(0, HEADER_BYTES + 2 * SEALED_CHUNK_BYTES))
    expect(() => openStored({ path, key })).toThrow(expect.objectContaining({ code: 'EBADMSG' }))
  })

  test('made longer', async () => {
    await isRefused(Buffer.concat([bytes, Buffer.alloc(1)]))
    await isRefused(Buffer.concat([bytes, Buffer.alloc(SEALED_CHUNK_BYTES)]))
    // To lengths that other sealed files have.
    for (const size of [content.length + 4096, content.length + CHUNK_BYTES])
      await isRefused(Buffer.concat([bytes, randomBytes(sealedBytes(size) - bytes.length)]))
    await isRefused(Buffer.concat([bytes, chunk(3)]))
  })

  test('any bit turned, in the header, a chunk or a tag', async () => {
    const places = [
      ...Array.from({ length: HEADER_BYTES }, (_, at) => at),
      ...Array.from({ length: 60 }, (_, n) => (n * 3301) % bytes.length)
    ]
    places.push(bytes.length - 1, HEADER_BYTES + CHUNK_BYTES, HEADER_BYTES + SEALED_CHUNK_BYTES - 1)
    for (const at of places) {
      const turned = Buffer.from(bytes)
      turned[at] = (turned[at] ?? 0) ^ (1 << (at % 8))
      if (at >= 8 && at < HEADER_BYTES) {
        // The salts make the key: whoever asks for the file makes another one of them.
        const path = join(temporaryFolder(), 'file')
        writeFileSync(path, turned)
        const group = at < 24 ? sealGroup(randomBytes(32)) : whole.group
        expect(() => readAll(stored(path, group))).toThrow(expect.objectContaining({ code: 'EBADMSG' }))
      } else await isRefused(turned)
    }
  })

  test('chunks exchanged, repeated, left out', async () => {
    await isRefused(Buffer.concat([header, chunk(1), chunk(0), chunk(2), chunk(3)]))
    await isRefused(Buffer.concat([header, chunk(0), chunk(0), chunk(2), chunk(3)]))
    await isRefused(Buffer.concat([header, chunk(0), chunk(2), chunk(3)]))
    await isRefused(Buffer.concat([header, chunk(3)]))
    await isRefused(header)
  })

  test('a chunk of another file, of the same group and the same place', async () => {
    const path = join(temporaryFolder(), 'other')
    const descriptor = openSync(path, 'wx')
    const writer = new SealedWriter(descriptor, whole.group)
    writer.write(content)
    writer.finish()
    closeSync(descriptor)
    const other = readFileSync(path)
    const from = HEADER_BYTES + SEALED_CHUNK_BYTES
    await isRefused(Buffer.concat([header, chunk(0), other.subarray(from, from + SEALED_CHUNK_BYTES), chunk(2), chunk(3)]))
  })

  test('a bit turned in a large file: in the content for whoever reads it, in the padding for Verify', async () => {
    // After the chunk in which the content ends there are two of padding alone before the last.
    const large = contentOf(2 ** 23 + 1)
    const { path, group } = sealed(large)
    const file = stored(path, group)
    const original = readFileSync(path)
    expect(Math.ceil((original.length - HEADER_BYTES) / SEALED_CHUNK_BYTES)).toBe(132)
    const descriptor = openSync(path, 'r+')
    for (const index of [0, 127, 128, 129, 130, 131]) {
      const at = HEADER_BYTES + index * SEALED_CHUNK_BYTES + 4099
      writeSync(descriptor, Buffer.of((original[at] ?? 0) ^ 4), 0, 1, at)
      expect([index, await hashed(file)]).toEqual([index, { trouble: 'changed' }])
      if (index === 129 || index === 130) expect(readAll(file).equals(large)).toBe(true)
      else expect(() => readAll(file)).toThrow(expect.objectContaining({ code: 'EBADMSG' }))
      writeSync(descriptor, original, at, 1, at)
    }
    closeSync(descriptor)
    expect(await hashed(file)).toEqual({ sha256: createHash('sha256').update(large).digest() })
  })

  test('what only a holder of the key can write: padding that is not zeros, a size that is not the content’s', async () => {
    const { path, group } = sealed(content)
    const file = stored(path, group)
    const header = readFileSync(path).subarray(0, HEADER_BYTES)
    const write = (change: (plain: Buffer) => void): void => {
      const plain = Buffer.concat([content, Buffer.alloc(paddedBytes(content.length) - content.length)])
      plain.writeBigUInt64BE(BigInt(content.length), plain.length - 8)
      change(plain)
      const pieces = Array.from({ length: 4 }, (_, n) => plain.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES))
      writeFileSync(
        path,
        Buffer.concat([header, ...pieces.flatMap((piece, n) => sealChunk(file.key ?? group.key, n, n === 3, piece))])
      )
    }
    write(() => undefined)
    expect(readAll(file).equals(content)).toBe(true)
    const changes: ((plain: Buffer) => void)[] = [
      (plain) => plain.writeUInt8(1, content.length),
      (plain) => plain.writeUInt8(1, plain.length - 9),
      (plain) => plain.writeUInt8(1, plain.length - 8),
      (plain) => plain.writeBigUInt64BE(BigInt(content.length - 1), plain.length - 8),
      (plain) => plain.writeBigUInt64BE(BigInt(plain.length), plain.length - 8),
      (plain) => plain.writeBigUInt64BE(0n, plain.length - 8),
      (plain) => plain.writeBigUInt64BE(2n ** 64n - 1n, plain.length - 8)
    ]
    for (const change of changes) {
      write(change)
      expect(() => readAll(file)).toThrow(expect.objectContaining({ code: 'EBADMSG' }))
      await expect(streamed(file)).rejects.toMatchObject({ code: 'EBADMSG' })
      expect(await hashed(file)).toEqual({ trouble: 'changed' })
    }
  })

  test('the same content is never sealed twice alike', () => {
    expect(readFileSync(sealed(content).path).includes(chunk(0).subarray(0, 64))).toBe(false)
  })
})
