/** Threat 23, verifying: evidence was changed on the disk. (Its other half, the custody log, is in a file of its own.) */
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { asOutput } from '#cli/commands/verify'
import { verifyFolder } from '#engine/integrity/verify-folder'
import { Work } from '#engine/integrity/work'
import { openOriginals, openReader } from '#engine/open'
import { eachOriginalRow } from '#engine/store/original-rows'
import { FORMS, filledCopy, placeOf } from '#tests/support/filled-archive'

test.each(FORMS)('threat 23: one flipped bit in any original (%s) is found, and the original named', async (form) => {
  const directory = await filledCopy(form)
  const { keys } = placeOf(directory, form)
  const db = openReader(directory, keys)
  const rows = [...eachOriginalRow(db)]
  db.close()
  const originals = openOriginals(directory, keys)
  const verify = async () =>
    asOutput(await verifyFolder(placeOf(directory, form), { isThorough: false, work: new Work(), onProgress: () => undefined }))
  expect(await verify()).toMatchObject({ exitCode: 0, json: { changed: [], missing: [], extra: [], database: 'ok', log: 'ok' } })
  for (const { sha256 } of rows.filter((original) => original.sizeBytes > 0)) {
    const file = originals.locate(sha256).path
    const bytes = readFileSync(file)
    const at = Math.floor((bytes.length - 1) / 2)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(file, bytes)
    const { json, exitCode, text } = await verify()
    const hex = Buffer.from(sha256).toString('hex')
    expect(json).toEqual({
      checked: rows.length,
      ok: rows.length - 1,
      changed: [hex],
      missing: [],
      extra: [],
      database: 'ok',
      log: 'ok'
    })
    expect(exitCode).toBe(1)
    expect(text).toContain(`changed: ${hex}`)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(file, bytes)
  }
  expect(await verify()).toMatchObject({ exitCode: 0 })
})
