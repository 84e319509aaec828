import { describe, expect, it } from 'vitest'
import type { CfbEntry } from '#engine/extract/cfb/cfb-directory'
import { cfbType } from '#engine/extract/cfb/cfb-type'
import { openCfb } from '#engine/extract/cfb/open-cfb'
import { readBytes } from '#engine/extract/read-file'
import { HEAD_BYTES } from '#engine/extract/recognise/media-type'
import { recogniseFile } from '#engine/extract/recognise/recognise-file'
import { cfbFile } from '#tests/support/cfb-file'
import { openFileOf } from '#tests/support/open-file'

/** Every entry below this one with its path. */
function pathsOf(entry: CfbEntry, above = ''): string[] {
  return entry.children.flatMap((child) => [`${above}${child.name}`, ...pathsOf(child, `${above}${child.name}/`)]).sort()
}

function streamAt(entry: CfbEntry | undefined, path: string): CfbEntry {
  const found = path.split('/').reduce((at, name) => at?.children.find((child) => child.name === name), entry)
  if (!found) throw new Error(`no ${path}`)
  return found
}

/** Bytes that are not the same anywhere. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  for (let at = 0, state = 7; at < length; at++) {
    state = (state * 1103515245 + 12345) % 2147483648
    bytes[at] = state >> 16
  }
  return bytes
}

describe('openCfb', () => {
  it('reads streams of every size, in storages too', () => {
    const contents = [0, 1, 63, 64, 65, 4095, 4096, 4097, 3_000_000].map(noise)
    const cfb = openCfb(openFileOf(cfbFile(contents.map((content, at) => ({ path: `deep/er/${at}`, content })))))
    for (const [at, content] of contents.entries()) {
      const stream = streamAt(cfb?.root, `deep/er/${at}`)
      expect(stream.size).toBe(content.length)
      expect(cfb && Buffer.from(cfb.read(stream, 10_000_000)).equals(content)).toBe(true)
      expect(cfb?.read(stream, 100).length).toBe(Math.min(100, content.length))
    }
  })

  it('reads a file whose table needs lists of its own', () => {
    const content = noise(9_000_000)
    const cfb = openCfb(openFileOf(cfbFile([{ path: 'large', content }])))
    expect(cfb && Buffer.from(cfb.read(streamAt(cfb.root, 'large'), content.length)).equals(content)).toBe(true)
  })

  it('is undefined for what is none', () => {
    expect(openCfb(openFileOf(Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toBeUndefined()
    expect(openCfb(openFileOf(Buffer.alloc(0)))).toBeUndefined()
    expect(openCfb(openFileOf(Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, 'f'), 'hex')))).toBeUndefined()
  })

  it('ends where sectors and entries go in circles', () => {
    const file = cfbFile([
      { path: 'a', content: noise(20_000) },
      { path: 'storage/b', content: 'b' }
    ])
    const directory = (file.readUInt32LE(48) + 1) * 512
    const table = (file.readUInt32LE(76) + 1) * 512
    for (let entry = 0; entry < 4; entry++) {
      for (const link of [68, 72, 76]) file.writeUInt32LE(entry % 2, directory + entry * 128 + link)
    }
    for (let sector = 0; sector < 128; sector++) file.writeUInt32LE(sector % 3, table + sector * 4)
    const cfb = openCfb(openFileOf(file))
    expect(pathsOf(cfb?.root ?? streamAt(undefined, '')).length).toBeLessThan(100_000)
    for (const child of cfb?.root.children ?? []) cfb?.read(child, 1_000_000)
  })

  it('survives any damage', () => {
    const file = cfbFile([
      { path: 'a', content: noise(5000) },
      { path: 's/t/b', content: 'some words' }
    ])
    for (let at = 0; at < file.length; at += 29) {
      const damaged = Buffer.from(file)
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8))
      const cfb = openCfb(openFileOf(at % 2 ? damaged : damaged.subarray(0, at)))
      const all = (entry: CfbEntry): readonly CfbEntry[] => [entry, ...entry.children.flatMap(all)]
      for (const entry of cfb ? all(cfb.root) : []) cfb?.read(entry, 100_000)
    }
  })
})

describe('cfbType', () => {
  it.each([
    ['__properties_version1.0', 'application/vnd.ms-outlook'],
    ['WordDocument', 'application/msword'],
    ['Workbook', 'application/vnd.ms-excel'],
    ['BOOK', 'application/vnd.ms-excel'],
    ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
    ['EncryptedPackage', 'application/x-ooxml-encrypted'],
    ['Contents', 'application/x-cfb']
  ])('tells a file with %s as %s', async (path, type) => {
    const file = openFileOf(
      cfbFile([
        { path: 'Other', content: 'x' },
        { path, content: noise(10_000) },
        { path: 'ObjectPool/_1/WordDocument', content: 'inside' }
      ])
    )
    expect(cfbType(file)).toBe(type)
    expect(await recogniseFile(file, readBytes(file, 0, HEAD_BYTES), 'file.txt')).toBe(type)
  })
})
