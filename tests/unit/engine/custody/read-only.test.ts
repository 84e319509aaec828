import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openArchive, openReader } from '#engine/open'
import { openUnchanged } from '#engine/open-unchanged'
import { RollCallControl } from '#engine/rollcall/roll-call-control'
import { fileCalls } from '#engine/threads/file-calls'
import { withoutWriting } from '#engine/threads/unwritable'
import type { RollCallId } from '#shared/model/ids'
import { readTextList } from '#shared/rollcall/read-text-list'
import { filledCopy } from '#tests/support/filled-archive'
import { testPool } from '#tests/support/import'
import { temporaryFolder } from '#tests/support/temporary'

async function withRollCall(): Promise<{ directory: string; id: RollCallId }> {
  const directory = await filledCopy()
  const archive = openArchive(directory)
  const control = new RollCallControl({ db: archive.db, reader: () => openReader(directory), onProgress: () => undefined })
  const { lines } = readTextList('Darvan\nNehrin', 'lines', { sheet: null, column: null, header: null }, 'names')
  const { id } = control.create({ name: 'Villages', source: '', mode: 'names', lines })
  await control.ended()
  await control.close()
  archive.close()
  return { directory, id }
}

test('what leaves an archive that can not be written is written out, and the archive stays as it was', async () => {
  const { directory, id } = await withRollCall()
  const archive = openUnchanged(directory, null)
  if (!archive) throw new Error('the copy of the archive can not be read')
  const control = new RollCallControl({ db: archive.db, reader: () => openReader(directory), onProgress: () => undefined })
  onTestFinished(async () => {
    await control.close()
    archive.close()
  })
  const calls = withoutWriting(fileCalls(archive, await testPool(), control), directory)
  const call = async (name: string, input: object): Promise<unknown> => calls[name]?.(input as never)
  const before = readFileSync(join(directory, 'archive.db'))
  const original = String(archive.db.prepare('SELECT lower(hex(sha256)) FROM original WHERE id = 3').pluck().get())
  const out = temporaryFolder()

  const copies = [{ kind: 'exact', sha256: original, original, isPicture: false }]
  expect(await call('engine.recordCopies', { copies })).toBe(null)
  expect(await call('engine.exportRollCall', { id, file: join(out, 'villages.csv') })).toBe(2)
  expect(readFileSync(join(out, 'villages.csv'), 'utf8')).toContain('Nehrin')
  const { entries } = (await call('engine.exportCustody', { file: join(out, 'log.jsonl') })) as { entries: number }
  expect(entries).toBe(archive.db.prepare('SELECT count(*) FROM custody_event').pluck().get())
  expect(readFileSync(join(directory, 'archive.db'))).toEqual(before)

  await expect(call('engine.createRollCall', {})).rejects.toMatchObject({ code: 'archive-read-only' })
})
