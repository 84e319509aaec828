/** Threat 4: archives that are larger inside than out, that hold each other, and whose files lie over each other. */
import { expect, test } from 'vitest'
import { GIB, importHostile, named } from '#tests/support/hostile/import-hostile'
import { zipFile } from '#tests/support/zip-file'

/** Archives in archives, so many levels down. (`hostile-files` has the one of sixteen archives of sixteen archives.) */
function nested(levels: number): Buffer {
  let inner = zipFile([{ name: 'innermost.txt', content: 'The innermost file.' }])
  for (let level = 0; level < levels; level++) inner = zipFile([{ name: `level ${level}.zip`, content: inner }])
  return inner
}

test('threat 04: bombs, lying sizes, overlapping files and archives in archives are refused, and what is honest is read', async () => {
  const files = named('bomb.zip', 'liar.zip', 'overlapping.zip', 'bomb.txt.gz', 'lying size.tar')
  const { receipt, codes, holding, peakBytes } = await importHostile({ ...files, 'nested.zip': nested(9) })
  expect(receipt.state).toBe('finished')
  expect(Object.fromEntries(codes)).toMatchObject({
    'bomb.zip': 'bomb',
    'liar.zip/small.txt': 'bomb',
    'overlapping.zip': 'bomb',
    'bomb.txt.gz': 'bomb',
    'lying size.tar': 'partly-read'
  })
  expect([...codes].filter(([path]) => path.startsWith('nested.zip')).map(([, code]) => code)).toEqual(['nested-too-deep'])
  expect(holding('innermost')).toEqual([])
  expect(holding('heron')).toEqual(['honest.txt'])
  expect(holding('kingfisher')).toEqual(['zz good.txt'])
  if (process.platform === 'linux') expect(peakBytes).toBeLessThan(GIB)
})
