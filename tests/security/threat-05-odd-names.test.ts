/** Threat 5: names that climb, that are absolute, that hold what no name holds, and that look like other names. */
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rows } from '#engine/store/statement'
import { withoutOverrides } from '#renderer/api/without-overrides.ts'
import { importHostile, named } from '#tests/support/hostile/import-hostile'

test('threat 05: names inside archives are labels: nothing is written where they point', async () => {
  const { archive, around, receipt, holding } = await importHostile(named('slip.zip', 'bad names.zip', 'deep.zip'))
  expect(receipt.state).toBe('finished')
  expect(readdirSync(around).sort()).toEqual(['Test.sanad', 'source'])
  const paths = rows<{ path: string }>(archive.db, 'SELECT path FROM sighting').map(({ path }) => path)
  for (const path of paths) {
    expect(path).not.toMatch(/\/\.\.\/|[\0\u202a-\u202e\u2066-\u2069]/)
    expect(path.slice(path.lastIndexOf('/') + 1).length).toBeLessThanOrEqual(200)
  }
  // Every file of bad name is a document all the same.
  expect(holding('heron').length).toBeGreaterThanOrEqual(5)
  expect(paths.filter((path) => path.includes('bad names.zip/')).length).toBeGreaterThanOrEqual(7)
})

test('threat 05: the window shows no name that turns its own direction', async () => {
  const name = 'invoice\u202egpj.exe.txt'
  const { archive } = await importHostile({ [name]: 'A letter about the heron.' })
  const found = rows<{ title: string; path: string }>(
    archive.db,
    "SELECT title, path FROM document d JOIN sighting s ON s.document_id = d.id WHERE file_name LIKE 'invoice%'"
  )
  // The archive keeps the name as it was; it is evidence.
  expect(found[0]?.path).toContain(name)
  const shown = withoutOverrides({ total: 1, hits: found, at: [1, null] })
  expect(JSON.stringify(shown)).not.toMatch(/\u202e/)
  expect(shown.hits[0]?.path).toHaveLength(found[0]?.path.length ?? 0)
  const plain = { title: 'نامه‌ها', parts: ['a', { b: 1 }] }
  expect(withoutOverrides(plain)).toBe(plain)
})
