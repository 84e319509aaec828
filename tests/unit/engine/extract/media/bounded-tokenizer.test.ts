import { expect, it } from 'vitest'
import { BoundedTokenizer } from '#engine/extract/media/bounded-tokenizer'
import { openFileOf } from '#tests/support/open-file'

const tokenizerOf = (bytes: Uint8Array): BoundedTokenizer => new BoundedTokenizer(openFileOf(bytes), 'audio/mpeg')

it('reads and peeks by position', async () => {
  const tokenizer = tokenizerOf(Buffer.from('0123456789'))
  const target = Buffer.alloc(4)
  expect(await tokenizer.peekBuffer(target, { position: 3 })).toBe(4)
  expect([target.toString(), tokenizer.position]).toEqual(['3456', 0])
  expect(await tokenizer.readBuffer(target, { position: 8, mayBeLess: true })).toBe(2)
  expect([target.toString('latin1', 0, 2), tokenizer.position]).toEqual(['89', 10])
  await expect(tokenizer.readBuffer(target)).rejects.toThrow('End-Of-Stream')
  expect(await tokenizer.readBuffer(target, { position: 100, mayBeLess: true })).toBe(0)
})

it('does not read the same stretch for ever', async () => {
  const tokenizer = tokenizerOf(Buffer.alloc(1024 * 1024))
  const target = Buffer.alloc(1024 * 1024)
  const read = async (): Promise<void> => {
    for (;;) await tokenizer.readBuffer(target, { position: 0 })
  }
  await expect(read()).rejects.toThrow('at too great a length')
})
