/** Threat 23, verifying: evidence was changed on the disk. (Its other half, the custody log, is in a file of its own.) */
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { asOutput } from '#cli/commands/verify'
import { verifyFolder } from '#engine/integrity/verify-folder'
import { Work } from '#engine/integrity/work'
import { originalFile } from '#engine/originals/originals'
import { eachOriginalRow } from '#engine/store/original-rows'
import { openFilled } from '#tests/support/filled-archive'

test('threat 23: one flipped bit in any original is found, and the original named', async () => {
  const archive = await openFilled()
  const rows = [...eachOriginalRow(archive.db)]
  archive.close()
  const verify = async () =>
    asOutput(await verifyFolder(archive.directory, { isThorough: false, work: new Work(), onProgress: () => undefined }))
  expect(await verify()).toMatchObject({ exitCode: 0, json: { changed: [], missing: [], extra: [], database: 'ok', log: 'ok' } })
  for (const { sha256, sizeBytes } of rows.filter((original) => original.sizeBytes > 0)) {
    const file = originalFile(archive.directory, sha256)
    const bytes = readFileSync(file)
    const at = Math.floor((sizeBytes - 1) / 2)
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
