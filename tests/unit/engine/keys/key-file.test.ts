/** The key file: known answers of another implementation, and damage, which is never taken for a wrong passphrase. */
import { describe, expect, test } from 'vitest'
import { unwrapDataKey, wrapDataKey } from '#engine/keys/data-key'
import { readKeyFile, writeKeyFile } from '#engine/keys/key-file'
import { sealedVectors as vectors } from '#tests/support/sealed-vectors'

const whole = Buffer.from(vectors.keyFile, 'latin1')

test('a key file of another implementation is read, opened by its passphrase, and written alike', async () => {
  const read = readKeyFile(whole)
  if (!read) throw new Error('it can not be read')
  expect(writeKeyFile(read).equals(whole)).toBe(true)
  const key = await unwrapDataKey(read, vectors.passphrase.normalize('NFD'))
  expect(Buffer.from(key ?? []).toString('hex')).toBe(vectors.dataKey)
  expect(await unwrapDataKey(read, `${vectors.passphrase} `)).toBeUndefined()
})

describe('a key file', () => {
  test('that differs in any bit is damaged', () => {
    for (let at = 0; at < whole.length; at++)
      for (let bit = 0; bit < 8; bit++) {
        const turned = Buffer.from(whole)
        turned[at] = (turned[at] ?? 0) ^ (1 << bit)
        expect([at, bit, readKeyFile(turned)]).toEqual([at, bit, undefined])
      }
  })

  test('that was cut off or made longer anywhere is damaged', () => {
    for (let end = 0; end < whole.length; end++) expect(readKeyFile(whole.subarray(0, end))).toBeUndefined()
    for (const more of ['\n', ' ', '\0', 'x'.repeat(5000)])
      expect(readKeyFile(Buffer.concat([whole, Buffer.from(more)]))).toBeUndefined()
  })

  test('that asks for more than a computer has is damaged, however right its checksum', () => {
    const read = readKeyFile(whole)
    if (!read) throw new Error('it can not be read')
    const { derivation, wrapped } = read
    expect(readKeyFile(writeKeyFile({ wrapped, derivation: { ...derivation, memoryKib: 2 ** 21 } }))).toBeUndefined()
    expect(readKeyFile(writeKeyFile({ wrapped, derivation: { ...derivation, passes: 65 } }))).toBeUndefined()
  })

  test('whose cost was lowered, with a right checksum, does not open: the wrapping is bound to it', async () => {
    const file = await wrapDataKey(Buffer.alloc(32, 7), 'a passphrase')
    const cheaper = { ...file, derivation: { ...file.derivation, passes: 2 } }
    expect(await unwrapDataKey(cheaper, 'a passphrase')).toBeUndefined()
  })
})
