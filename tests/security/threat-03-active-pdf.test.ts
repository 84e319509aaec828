/** Threat 3: PDFs that want to run script, start programs, open addresses, send forms. They are read and drawn; nothing else happens. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findLooking } from '#engine/reading/looking'
import { rows } from '#engine/store/statement'
import type { DocumentId } from '#shared/model/ids'
import { activePdfs } from '#tests/support/hostile/active-pdf'
import { importHostile } from '#tests/support/hostile/import-hostile'
import { testPool } from '#tests/support/import'
import { startListeners } from '#tests/support/listeners'
import { temporaryFolder } from '#tests/support/temporary'

test('threat 03: active PDFs are read and drawn, and start, open, send and ask nothing', { timeout: 300_000 }, async () => {
  const listeners = await startListeners()
  const reach = join(temporaryFolder(), 'reach')
  mkdirSync(reach)
  const file = join(reach, 'made by a program')
  const files = activePdfs({ url: `http://${listeners.http}/pdf`, file })
  const { archive, codes, holding } = await importHostile(files)
  expect(holding('heron')).toEqual(Object.keys(files).sort())
  // Attached files are documents of their own, and not opened with it.
  expect(holding('bittern').length).toBeGreaterThan(0)
  expect([...codes.values()].filter((code) => ['reader-crashed', 'timed-out', 'out-of-memory'].includes(code))).toEqual([])
  const pool = await testPool()
  for (const { id } of rows<{ id: DocumentId }>(archive.db, "SELECT id FROM document WHERE media_type = 'application/pdf'")) {
    const looking = findLooking(archive.db, archive.originals, id)
    if (!looking) throw new Error(`document ${id} can not be looked at`)
    expect((await pool.run({ task: 'pages', ...looking })).task).toBe('pages')
    expect((await pool.run({ task: 'words', ...looking, page: 1 })).task).toBe('words')
    expect((await pool.run({ task: 'bitmap', ...looking, page: 1, width: 200 })).task).toBe('bitmap')
  }
  expect(existsSync(file)).toBe(false)
  expect(readdirSync(reach)).toEqual([])
  expect(listeners.heard).toEqual([])
  await listeners.close()
})
