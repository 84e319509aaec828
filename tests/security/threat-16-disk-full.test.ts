/** Threat 16: the disk fills up. Nothing acknowledged is lost, a sentence says so, and with room again all goes on. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeGeneratedFolder } from '#tests/support/generated-folder'
import { canMount, smallDisk, takeSteps } from '#tests/support/small-disk'
import { temporaryFolder } from '#tests/support/temporary'
import { checkArchive } from '#tests/torture/check-archive'
import { runImport } from '#tests/torture/sanad-process'

const FILES = 300
const FULL = /The disk with .* is full\. Nothing already imported is lost\./

describe.skipIf(!canMount)('threat 16: the disk is full', () => {
  const source = join(mkdtempSync(join(tmpdir(), 'sanad-full-')), 'source')
  beforeAll(() => writeGeneratedFolder(source, FILES))
  afterAll(() => rmSync(join(source, '..'), { recursive: true, force: true }))

  test('threat 16: an import that fills the disk ends with a sentence; what it had said is in stays, and with room it is completed', async () => {
    const disk = smallDisk()
    const saved = temporaryFolder()
    const [full, kept] = await takeSteps(disk, 1_500, [disk.sanad('import', source, '--json'), disk.saveTo(saved)])
    expect(full?.code).toBe(1)
    expect(full?.errors).toMatch(FULL)
    expect(kept?.code).toBe(0)
    const archive = join(saved, 'A.sanad')
    const { problems, holdings } = checkArchive(archive)
    expect(problems).toEqual([])
    expect(holdings.documents.length).toBeGreaterThan(0)
    expect(holdings.documents.length).toBeLessThan(FILES)

    const again = await runImport(archive, [source])
    expect(again.code, again.errors).toBe(0)
    const clean = join(temporaryFolder(), 'Clean.sanad')
    expect((await runImport(clean, [source])).code).toBe(0)
    expect(checkArchive(archive)).toEqual({ problems: [], holdings: checkArchive(clean).holdings })
  })

  test('threat 16: on a full disk the archive can still be read, a change is refused with a sentence, and works again with room', async () => {
    const disk = smallDisk()
    const saved = temporaryFolder()
    const few = join(temporaryFolder(), 'few')
    mkdirSync(few)
    writeGeneratedFolder(few, 20)
    const ends = await takeSteps(disk, 4_000, [
      disk.sanad('import', few, '--json'),
      disk.sanad('tag', 'add', 'kept', '1', '2'),
      disk.fill,
      disk.sanad('info', '--json'),
      disk.sanad('search', 'orchard', '--json'),
      disk.sanad('tag', 'add', 'refused', '3'),
      disk.free,
      disk.sanad('tag', 'add', 'later', '3'),
      disk.sanad('list', '--tag', 'kept', '--json'),
      disk.sanad('list', '--tag', 'later', '--json'),
      disk.saveTo(saved)
    ])
    const [imported, , , info, search, refused, , later, kept, listed] = ends
    expect(imported?.code, imported?.errors).toBe(0)
    expect(info?.code, info?.errors).toBe(0)
    expect(JSON.parse(info?.output ?? '')).toMatchObject({ documents: 20 })
    expect(search?.code, search?.errors).toBe(0)
    expect(refused).toMatchObject({ code: 1, errors: expect.stringMatching(FULL) })
    expect(later?.code, later?.errors).toBe(0)
    expect(JSON.parse(kept?.output ?? '')).toMatchObject({ total: 2 })
    expect(JSON.parse(listed?.output ?? '')).toMatchObject({ total: 1 })
    expect(checkArchive(join(saved, 'A.sanad')).problems).toEqual([])
  })

  test('threat 16: a passphrase is refused before anything is changed where there is no room for it, and set with room', async () => {
    const disk = smallDisk()
    const saved = temporaryFolder()
    const few = join(temporaryFolder(), 'few')
    mkdirSync(few)
    writeGeneratedFolder(few, 20)
    const words = join(temporaryFolder(), 'words.txt')
    writeFileSync(words, 'seven stones\n')
    const set = disk.sanad('passphrase', 'set', '--new-passphrase-file', words)
    const remove = disk.sanad('passphrase', 'remove', '--passphrase-file', words)
    const ends = await takeSteps(disk, 100_000, [
      disk.sanad('import', few, '--json'),
      disk.fill,
      set,
      disk.sanad('info'),
      disk.free,
      set,
      disk.fill,
      remove,
      disk.sanad('info', '--passphrase-file', words),
      disk.free,
      remove,
      disk.saveTo(saved)
    ])
    const [imported, , refused, plain, , done, , kept, locked, , removed] = ends
    expect(imported?.code, imported?.errors).toBe(0)
    for (const end of [refused, kept]) {
      expect(end?.code).toBe(1)
      expect(end?.errors).toMatch(/This needs about \d+ MB free on the disk with the archive; \d+ MB are\. Nothing was changed\./)
    }
    for (const end of [plain, done, locked, removed]) expect(end?.code, end?.errors).toBe(0)
    expect(checkArchive(join(saved, 'A.sanad')).problems).toEqual([])
  })
})
