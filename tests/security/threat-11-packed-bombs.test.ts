/** Threat 11: little that unpacks to much, inside documents. The next file is read all the same. */
import { expect, test } from 'vitest'
import { GIB, importHostile, named } from '#tests/support/hostile/import-hostile'

test('threat 11: bombs in documents, pictures, captures and mail take nothing but themselves', { timeout: 300_000 }, async () => {
  const files = named(
    'bomb.pdf',
    'drawings.pdf',
    'huge.png',
    'texts.png',
    'bomb.warc.gz',
    'packed twice.warc',
    'bomb.msg',
    'strings.xlsx'
  )
  const { receipt, codes, holding, peakBytes } = await importHostile(files)
  expect(receipt.state).toBe('finished')
  expect(codes.get('bomb.warc.gz')).toBe('partly-read')
  expect(codes.get('drawings.pdf')).toBe('out-of-memory')
  expect(codes.get('strings.xlsx')).toBe('bomb')
  expect([...codes.values()]).not.toContain('reader-crashed')
  expect(holding('kingfisher')).toEqual(['zz good.txt'])
  if (process.platform === 'linux') expect(peakBytes).toBeLessThan(GIB)
})
