/** A disk that knows no flushing of folders, as network disks do (SMB): everything that flushes one goes on without. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { compileFailingDisk, withoutFolderFlushes } from '#tests/support/failing-disk'
import { temporaryFolder } from '#tests/support/temporary'
import { runSanad } from '#tests/torture/sanad-process'

const compiled = compileFailingDisk()
afterAll(() => compiled?.remove())

describe.skipIf(compiled === undefined)('an archive on a disk whose folders can not be flushed', () => {
  test('is made, added to, encrypted, and holds', async () => {
    const folder = temporaryFolder()
    const [archive, letter, secret] = ['A.sanad', 'letter.txt', 'passphrase'].map((name) => join(folder, name)) as [
      string,
      string,
      string
    ]
    writeFileSync(letter, 'A letter about the heron at the weir.')
    writeFileSync(secret, 'four herons under one weir')
    const run = async (...args: string[]): Promise<string> => {
      const { code, output, errors } = await runSanad(
        archive,
        args,
        undefined,
        withoutFolderFlushes(compiled?.library ?? '', archive)
      )
      expect(code, `${args[0]}: ${errors}`).toBe(0)
      return output
    }
    expect(JSON.parse(await run('import', letter))).toMatchObject({ state: 'finished' })
    await run('passphrase', 'set', '--new-passphrase-file', secret)
    expect(JSON.parse(await run('verify', '--passphrase-file', secret))).toMatchObject({ ok: 1, database: 'ok', log: 'ok' })
  })
})
