/** Files of the program's own after somebody else had them in hands: settings, recent archives, keys, sealed files, an exported custody log. */
import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { writeLog } from '#engine/custody/write-log'
import { readKeyFile, writeKeyFile } from '#engine/keys/key-file'
import { openReader } from '#engine/open'
import { openStored } from '#engine/sealed/open-stored'
import { fileKey, readHeader, SealedFault, sealGroup } from '#engine/sealed/sealed-format'
import { SealedWriter } from '#engine/sealed/sealed-writer'
import { createEventHub } from '#main/event-hub'
import { openPassphraseMemory } from '#main/passphrase-memory'
import { openRecents } from '#main/recents'
import { openSettings } from '#main/settings'
import { settingsSchema } from '#shared/model/app'
import { addDocuments, newArchive } from '#tests/support/archive'
import { checkWithNode, manyChecks } from '#tests/support/check-exported-log'
import { CASES, checkProperty, eachCase, report } from '#tests/support/fuzz/cases'
import { junk } from '#tests/support/fuzz/inputs-for'
import { mutated } from '#tests/support/fuzz/mutate'
import { temporaryFolder } from '#tests/support/temporary'
import { testLog } from '#tests/support/test-log'

const TIME = { timeout: 3_600_000 }

/** JSON that is nearly what a file of the program holds, and text that is none. */
const json = fc.oneof(
  fc.json(),
  fc
    .dictionary(
      fc.constantFrom('theme', 'readingSize', 'paneSizes', 'directories', '__proto__', 'layout', 'constructor'),
      fc.jsonValue()
    )
    .map((value) => JSON.stringify(value)),
  fc
    .array(fc.oneof(fc.string(), fc.constantFrom('/etc', '../..', '\0', 'x'.repeat(5000))))
    .map((directories) => JSON.stringify({ directories })),
  junk.map((value) => {
    try {
      return JSON.stringify({ theme: value, directories: value, salt: value, archives: value }) ?? ''
    } catch {
      return '{'
    }
  }),
  fc.string({ unit: 'binary' })
)

test('settings and recent archives are what they may be, whatever their files hold', TIME, async () => {
  const folder = temporaryFolder()
  const { log } = testLog(temporaryFolder())
  await checkProperty(
    'settings and recents',
    fc.asyncProperty(json, async (text) => {
      for (const name of ['settings.json', 'recents.json', 'passphrases.json']) writeFileSync(join(folder, name), text)
      const settings = openSettings(folder, createEventHub(), log).get()
      expect(v.is(settingsSchema, settings)).toBe(true)
      const recents = openRecents(folder, log)
      expect(recents.directories().every((directory) => typeof directory === 'string')).toBe(true)
      expect(recents.directories().length).toBeLessThanOrEqual(10)
      await recents.list()
      expect(openPassphraseMemory(folder, log).hadPassphrase(folder)).toBe(false)
      // What could not be read is put aside, and nothing else is left lying about.
      expect(readdirSync(folder).every((name) => /^(?:settings|recents|passphrases)\.json(?:\.bad)?$/.test(name))).toBe(true)
    })
  )
})

test('a changed key file is none, or asks for no more than a computer has', TIME, async () => {
  const derivation = { memoryKib: 65_536, passes: 3, lanes: 1, salt: randomBytes(16) }
  const whole = writeKeyFile({ derivation, wrapped: { nonce: randomBytes(12), key: randomBytes(32), tag: randomBytes(16) } })
  const cases = await eachCase('key file', ({ random }) => {
    const read = readKeyFile(mutated(whole, whole, random))
    if (read) expect(Buffer.compare(writeKeyFile(read), whole)).toBe(0)
  })
  report({ target: 'key file', wanted: CASES, cases })
  await checkProperty(
    'key file that asks for much',
    fc.property(
      fc.integer({ min: 0, max: 2 ** 31 }),
      fc.integer({ min: 0, max: 2 ** 16 }),
      fc.integer({ min: 0, max: 300 }),
      (memoryKib, passes, lanes) => {
        const wrapped = { nonce: randomBytes(12), key: randomBytes(32), tag: randomBytes(16) }
        // Its checksum is right: whoever writes one can count.
        const read = readKeyFile(writeKeyFile({ derivation: { memoryKib, passes, lanes, salt: randomBytes(16) }, wrapped }))
        if (read) {
          expect(read.derivation.memoryKib).toBeLessThanOrEqual(1 << 20)
          expect(read.derivation.passes).toBeLessThanOrEqual(64)
          expect(read.derivation.lanes).toBeLessThanOrEqual(99)
        }
      }
    )
  )
})

test('a changed sealed file gives what was sealed, or nothing', TIME, async () => {
  const path = join(temporaryFolder(), 'sealed')
  const group = sealGroup(randomBytes(32))
  const content = Buffer.from(Array.from({ length: 150_000 }, (_, at) => (at * 7) % 251))
  const descriptor = openSync(path, 'w')
  const writer = new SealedWriter(descriptor, group)
  writer.write(content)
  writer.finish()
  closeSync(descriptor)
  const whole = readFileSync(path)
  const header = readHeader(whole, randomBytes(32))
  if (!header) throw new Error('what was sealed has no header')
  const key = fileKey(group, header.fileSalt)
  let refusals = 0
  const cases = await eachCase('sealed file', ({ random }) => {
    writeFileSync(path, mutated(whole, content, random))
    try {
      const stored = openStored({ path, key })
      try {
        const from = random.next().value % content.length
        const read = Buffer.from(stored.read(from, 1000))
        expect(read.equals(content.subarray(from, from + read.length))).toBe(true)
        expect(Buffer.from(stored.read(0, content.length)).equals(content)).toBe(true)
      } finally {
        stored.close()
      }
    } catch (error) {
      refusals++
      expect(error).toBeInstanceOf(SealedFault)
    }
  })
  report({ target: 'sealed file', wanted: CASES, cases, refusals })
})

test('a changed custody log does not hold, and the checker says so in a sentence', TIME, async () => {
  const archive = newArchive()
  addDocuments(
    archive,
    Array.from({ length: 20 }, (_, at) => ({ text: `text ${at}` }))
  )
  const file = join(temporaryFolder(), 'log.jsonl')
  const reader = openReader(archive.directory)
  await writeLog(archive.db, reader, file)
  reader.close()
  const whole = readFileSync(file)
  const check = manyChecks()
  let refusals = 0
  const cases = await eachCase('custody log checker', async ({ number, random }) => {
    writeFileSync(file, mutated(whole, whole, random))
    const { status, said } = await check(file)
    // As a program of its own it says the same.
    if (number % 100 === 0) expect(checkWithNode(file)).toEqual({ status, said })
    expect([0, 1, 2]).toContain(status)
    expect(said).not.toMatch(/\n\s+at |TypeError|RangeError|SyntaxError/)
    if (status !== 0) refusals++
  })
  report({ target: 'custody log checker', wanted: CASES, cases, refusals })
})
