import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { previewImport } from '#engine/import/preview'
import { createEventHub } from '#main/event-hub'
import { createGivenImports } from '#main/given-imports'
import { existingPaths } from '#main/given-paths'
import { createImportChoices, type ImportChoices } from '#main/import-choices'
import { temporaryFolder } from '#tests/support/temporary'
import { testLog } from '#tests/support/test-log'

function choicesOfRealFiles(): ImportChoices {
  const archive = temporaryFolder()
  return createImportChoices((paths) => previewImport(paths, archive))
}

describe('import choices', () => {
  it('hand out the paths once, for the id that was given', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.txt'), 'one')
    const choices = choicesOfRealFiles()
    const preview = await choices.offer([folder])
    expect(preview).toMatchObject({ files: 1, sizeBytes: 3 })
    expect(JSON.stringify(preview)).not.toContain(folder)
    expect(choices.take(preview.choiceId)).toEqual([folder])
    expect(() => choices.take(preview.choiceId)).toThrow(expect.objectContaining({ code: 'choice-expired' }))
  })

  it('expire with the next choice, and an unknown id is never a choice', async () => {
    const folder = temporaryFolder()
    const choices = choicesOfRealFiles()
    expect(() => choices.take('')).toThrow(expect.objectContaining({ code: 'choice-expired' }))
    const first = await choices.offer([folder])
    const second = await choices.offer([folder])
    expect(second.choiceId).not.toBe(first.choiceId)
    expect(() => choices.take(first.choiceId)).toThrow(expect.objectContaining({ code: 'choice-expired' }))
    expect(choices.take(second.choiceId)).toEqual([folder])
  })
})

describe('existingPaths', () => {
  it('takes absolute paths that are there, in order and once', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'a.txt')
    writeFileSync(file, '')
    expect(await existingPaths([file, folder, file, join(folder, 'gone')])).toEqual([file, folder])
  })

  it.each([undefined, null, 'x', {}, [1, null, {}], ['relative', '', './x'], ['/tmp\0/x'], Array(10_001).fill('/')])(
    'takes nothing from %o',
    async (list) => {
      expect(await existingPaths(list)).toEqual([])
    }
  )
})

describe('files that came without a dialog', () => {
  it('are held until the window can hear of them, and again after it was loaded anew', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.txt'), 'one')
    const events = createEventHub()
    const given = createGivenImports({
      choices: choicesOfRealFiles(),
      isWaiting: async () => false,
      events,
      log: testLog(folder).log
    })
    const next = () => new Promise((resolve) => events.on('import.dropped', resolve))
    const heard: unknown[] = []
    events.on('import.dropped', (preview) => heard.push(preview))

    await given.offer([folder])
    expect(heard).toEqual([])
    const first = next()
    given.listening()
    expect(await first).toMatchObject({ name: expect.any(String), files: expect.any(Number) })

    given.deaf()
    await given.offer([join(folder, 'a.txt')])
    expect(heard).toHaveLength(1)
    const second = next()
    given.listening()
    expect(await second).toMatchObject({ name: 'a.txt', files: 1 })
  })

  it('wait with a locked archive for its passphrase', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.txt'), 'one')
    const events = createEventHub()
    const heard: unknown[] = []
    events.on('import.dropped', (preview) => heard.push(preview))
    let isLocked = true
    const given = createGivenImports({
      choices: choicesOfRealFiles(),
      isWaiting: async () => isLocked,
      events,
      log: testLog(folder).log
    })
    given.listening()
    await given.offer([join(folder, 'a.txt')])
    expect(heard).toEqual([])
    isLocked = false
    const shown = new Promise((resolve) => events.on('import.dropped', resolve))
    const open = { name: 'A', directory: folder, encrypted: true, isReadOnly: false, unfinishedChange: null }
    events.emit('archive.changed', { open, locked: null, unprotected: null, recents: [], problem: null })
    expect(await shown).toMatchObject({ name: 'a.txt', files: 1 })
  })

  it('say so when there is nothing among them to import', async () => {
    const folder = temporaryFolder()
    const events = createEventHub()
    const heard: unknown[] = []
    events.on('import.dropped', (preview) => heard.push(preview))
    const given = createGivenImports({
      choices: choicesOfRealFiles(),
      isWaiting: async () => false,
      events,
      log: testLog(folder).log
    })
    given.listening()
    await given.offer([join(folder, 'gone')])
    await given.offer('nonsense')
    expect(heard).toEqual([null, null])
  })
})
