/** Threat 7: pages that are too deep, too long or too crowded to build a tree of. Their text is found all the same. */
import { expect, test } from 'vitest'
import { GIB, importHostile, named } from '#tests/support/hostile/import-hostile'

test('threat 07: deep and huge pages end, and their text is found', async () => {
  const files = {
    ...named('deep.html', 'misnested.html', 'attributes.html', 'brackets.html', 'styles.html'),
    'five thousand.html': `<p>needle</p>${'<div>'.repeat(5000)}bottom`,
    'half a million.html': `<p>needle</p>${'<p>x'.repeat(500_000)}`,
    'formatting.html': `<p>needle</p>${'<b><i>'.repeat(20_000)}`,
    'tables.html': `<p>needle</p>${'<table><tr><td>'.repeat(3000)}`,
    'lists.html': `<p>needle</p>${'<ul><li>'.repeat(5000)}`,
    'open tags.html': `<p>needle</p>${'<a '.repeat(200_000)}`,
    'comments.html': `<p>needle</p>${'<!-- -->'.repeat(200_000)}`,
    'entities.html': `<p>needle</p>${'&notanentity;'.repeat(200_000)}`
  }
  const { codes, holding, peakBytes } = await importHostile(files)
  expect(holding('needle')).toEqual(Object.keys(files).sort())
  expect([...codes.values()].filter((code) => ['timed-out', 'out-of-memory', 'reader-crashed'].includes(code))).toEqual([])
  expect(holding('kingfisher')).toEqual(['zz good.txt'])
  if (process.platform === 'linux') expect(peakBytes).toBeLessThan(GIB)
})
