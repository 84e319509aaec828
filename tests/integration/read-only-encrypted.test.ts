/** An encrypted archive on a write-protected disk: the passphrase opens it for reading; what would change it is refused with a sentence. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeGeneratedFolder } from '#tests/support/generated-folder'
import { canMount, smallDisk, takeSteps } from '#tests/support/small-disk'
import { temporaryFolder } from '#tests/support/temporary'

test.skipIf(!canMount)(
  'an encrypted archive on a write-protected disk is unlocked, read and verified; changes are refused, and nothing is written',
  async () => {
    const disk = smallDisk()
    const [source, folder] = [temporaryFolder(), temporaryFolder()]
    writeGeneratedFolder(source, 20)
    const file = (name: string, words: string): string => {
      writeFileSync(join(folder, name), `${words}\n`)
      return join(folder, name)
    }
    const given = ['--passphrase-file', file('right', 'quiet river, seven stones')] as const
    const state = [
      'sh',
      '-c',
      `cd ${disk.path} && find . -type f -exec sha256sum {} + | sort && find . -printf '%p %T@\\n' | sort`
    ]
    const ends = await takeSteps(disk, 16_000, [
      disk.sanad('import', source, ...given),
      disk.sanad('tag', 'add', 'kept', '1', '2', ...given),
      state,
      disk.readOnly,
      disk.sanad('search', 'orchard', '--json', ...given),
      disk.sanad('list', '--tag', 'kept', '--json', ...given),
      disk.sanad('verify', '--json', ...given),
      disk.sanad('info', '--passphrase-file', file('wrong', 'loud river, seven stones')),
      disk.sanad('tag', 'add', 'refused', '3', ...given),
      disk.sanad('import', source, ...given),
      disk.sanad('passphrase', 'change', ...given, '--new-passphrase-file', file('new', 'eight stones by the ferry')),
      disk.sanad('passphrase', 'remove', ...given),
      disk.writable,
      state,
      disk.sanad('list', '--tag', 'kept', '--json', ...given)
    ])
    const [imported, , before, , search, listed, verified, wrong, ...rest] = ends
    const [, , , , , after, again] = rest
    expect(imported?.code, imported?.errors).toBe(0)
    expect(search?.code, search?.errors).toBe(0)
    expect(JSON.parse(search?.output ?? '').total).toBeGreaterThan(0)
    expect(JSON.parse(listed?.output ?? '')).toMatchObject({ total: 2 })
    expect(JSON.parse(verified?.output ?? '')).toMatchObject({ checked: 20, ok: 20, database: 'ok', log: 'ok' })
    expect(wrong).toMatchObject({ code: 1, errors: expect.stringMatching(/passphrase/i) })
    for (const end of rest.slice(0, 4))
      expect(end).toMatchObject({
        code: 1,
        errors: expect.stringMatching(/lies where nothing can be written: .*Copy it to another disk/)
      })
    expect(after?.output).toBe(before?.output)
    expect(JSON.parse(again?.output ?? '')).toMatchObject({ total: 2 })
  }
)
