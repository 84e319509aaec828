/** An archive on a write-protected disk is read as always; what would change it is refused with a sentence. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { archiveOfVersion2, textOfVersion2 } from '#tests/support/archive-of-version-2'
import { writeGeneratedFolder } from '#tests/support/generated-folder'
import { canMount, smallDisk, takeSteps } from '#tests/support/small-disk'
import { temporaryFolder } from '#tests/support/temporary'
import { checkArchive } from '#tests/torture/check-archive'

describe.skipIf(!canMount)('a write-protected disk', () => {
  test('is read, listed, searched and verified; imports, tags and re-readings are refused, and nothing is written', async () => {
    const disk = smallDisk()
    const [source, saved] = [temporaryFolder(), temporaryFolder()]
    writeGeneratedFolder(source, 20)
    const state = ['sh', '-c', `cd ${disk.path} && find . -printf '%p %s %T@\\n' | sort`]
    const ends = await takeSteps(disk, 16_000, [
      disk.sanad('import', source, '--json'),
      disk.sanad('tag', 'add', 'kept', '1', '2'),
      state,
      disk.readOnly,
      disk.sanad('info', '--json'),
      disk.sanad('search', 'orchard', '--json'),
      disk.sanad('list', '--tag', 'kept', '--json'),
      disk.sanad('show', '1', '--text', 'reader'),
      disk.sanad('verify', '--json'),
      disk.sanad('tag', 'add', 'refused', '3'),
      disk.sanad('import', source, '--json'),
      disk.sanad('reread', '1'),
      disk.writable,
      state,
      disk.saveTo(saved)
    ])
    const [imported, , before, , info, search, listed, shown, verified, ...refused] = ends
    const [, , , , after] = refused
    expect(imported?.code, imported?.errors).toBe(0)
    expect(JSON.parse(info?.output ?? '')).toMatchObject({ documents: 20 })
    expect(search?.code, search?.errors).toBe(0)
    expect(JSON.parse(search?.output ?? '').total).toBeGreaterThan(0)
    expect(JSON.parse(listed?.output ?? '')).toMatchObject({ total: 2 })
    expect(shown?.output).toMatch(/File \d+/)
    expect(JSON.parse(verified?.output ?? '')).toMatchObject({ checked: 20, ok: 20, database: 'ok', log: 'ok' })
    for (const end of refused.slice(0, 3))
      expect(end).toMatchObject({
        code: 1,
        errors: expect.stringMatching(/lies where nothing can be written: .*Copy it to another disk/)
      })
    expect(after?.output).toBe(before?.output)
    expect(checkArchive(join(saved, 'A.sanad')).problems).toEqual([])
  })

  test('without a free byte, as a CD image, is told from a full one: the next step is another disk, not more room', async () => {
    const disk = smallDisk()
    const source = temporaryFolder()
    writeGeneratedFolder(source, 3)
    const words = join(temporaryFolder(), 'words.txt')
    writeFileSync(words, 'seven stones\n')
    const [imported, , , info, ...refused] = await takeSteps(disk, 4_000, [
      disk.sanad('import', source, '--json'),
      disk.fill,
      disk.readOnly,
      disk.sanad('info', '--json'),
      disk.sanad('tag', 'add', 'refused', '3'),
      disk.sanad('passphrase', 'set', '--new-passphrase-file', words)
    ])
    expect(imported?.code, imported?.errors).toBe(0)
    expect(info?.code, info?.errors).toBe(0)
    for (const end of refused)
      expect(end).toMatchObject({
        code: 1,
        errors: expect.stringMatching(/lies where nothing can be written: .*Copy it to another disk/)
      })
  })

  test('with an archive of an earlier version on it says that it must be copied first', async () => {
    const disk = smallDisk()
    const old = archiveOfVersion2(temporaryFolder(), [textOfVersion2([{ kind: 'paragraph', text: 'A letter.' }], null)])
    const [, , refused] = await takeSteps(disk, 8_000, [
      ['cp', '-a', old, `${disk.path}/A.sanad`],
      disk.readOnly,
      disk.sanad('info')
    ])
    expect(refused).toMatchObject({ code: 1, errors: expect.stringMatching(/Copy it to another disk/) })
  })
})
