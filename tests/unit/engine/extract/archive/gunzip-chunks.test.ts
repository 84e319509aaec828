import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { gunzipChunks } from '#engine/extract/archive/gunzip-chunks'
import { heldFile } from '#engine/extract/read-file'

async function unpacked(bytes: Uint8Array): Promise<{ text: string; error: string | undefined }> {
  let text = ''
  try {
    for await (const chunk of gunzipChunks(heldFile(bytes))) text += Buffer.from(chunk).toString()
    return { text, error: undefined }
  } catch (error) {
    return { text, error: error instanceof Error ? error.message : String(error) }
  }
}

describe('a gzip file of many packed pieces', () => {
  test('is one, whatever their sizes', async () => {
    const texts = ['first ', 'x'.repeat(100_000), '', 'heron ', 'y'.repeat(5000), 'last']
    expect(await unpacked(Buffer.concat(texts.map((text) => gzipSync(text))))).toEqual({ text: texts.join(''), error: undefined })
  })

  test('costs no stream for each', async () => {
    // A stream for each took half a minute.
    const nothing = gzipSync('')
    const all = [gzipSync('first '), ...Array.from({ length: 100_000 }, () => nothing), gzipSync('last')]
    expect(await unpacked(Buffer.concat(all))).toEqual({ text: 'first last', error: undefined })
  })

  test('is read up to a small one that was changed', async () => {
    const changed = gzipSync('second')
    changed[changed.length - 8] = (changed.at(-8) ?? 0) ^ 1
    const { text, error } = await unpacked(Buffer.concat([gzipSync('first '), changed, gzipSync('third')]))
    expect(text).toBe('first second')
    expect(error).toMatch(/checksum/)
  })

  test('is read up to the end of a cut one', async () => {
    const { text, error } = await unpacked(Buffer.concat([gzipSync('first '), gzipSync('second').subarray(0, -9)]))
    expect(text.startsWith('first ')).toBe(true)
    expect(error).toBe('its end is missing.')
  })
})
