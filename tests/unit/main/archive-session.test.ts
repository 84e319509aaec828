import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mendedFile } from '#engine/integrity/swap-database'
import { createArchiveSession } from '#main/archive-session'
import { createEventHub } from '#main/event-hub'
import { findFirstArchive } from '#main/first-archive'
import { openPassphraseMemory } from '#main/passphrase-memory'
import { openRecents } from '#main/recents'
import { SanadError } from '#shared/errors'
import { noPassphrases } from '#tests/support/no-passphrases'
import { temporaryFolder } from '#tests/support/temporary'
import { testLog } from '#tests/support/test-log'

describe('findFirstArchive', () => {
  it('prefers what was asked for, then the last one, then the default, and makes only what was never there', async () => {
    const folder = temporaryFolder()
    const existing = join(folder, 'There.sanad')
    mkdirSync(existing)
    writeFileSync(join(existing, 'archive.db'), '')
    const fixed = join(folder, 'Fixed.sanad')
    const byDefault = join(folder, 'My archive.sanad')
    const find = (
      fixedArchive: string | undefined,
      lastArchive: string | undefined,
      defaultArchive = byDefault,
      mayMakeDefault = true
    ) => findFirstArchive({ fixedArchive, lastArchive, defaultArchive, mayMakeDefault })
    expect(await find(fixed, existing)).toEqual({ directory: fixed, create: true })
    expect(await find(existing, undefined)).toEqual({ directory: existing, create: false })
    expect(await find(undefined, join(folder, 'Unplugged.sanad'))).toEqual({
      directory: join(folder, 'Unplugged.sanad'),
      create: false
    })
    expect(await find(undefined, byDefault)).toEqual({ directory: byDefault, create: false })
    expect(await find(undefined, undefined)).toEqual({ directory: byDefault, create: true })
    expect(await find(undefined, undefined, existing)).toEqual({ directory: existing, create: false })
    expect(await find(undefined, undefined, existing, false)).toEqual({ directory: existing, create: false })
    expect(await find(undefined, undefined, byDefault, false)).toBeUndefined()
  })
})

describe('an archive that can not be opened', () => {
  it('leaves a state that says why, and every command refused with a sentence', async () => {
    const folder = temporaryFolder()
    const { log } = testLog(folder)
    const events = createEventHub()
    const announced: unknown[] = []
    events.on('archive.changed', (state) => announced.push(state))
    const session = createArchiveSession({
      startEngine: () => Promise.reject(new SanadError('archive-in-use', 'the archive is open elsewhere')),
      passphrases: noPassphrases,
      recents: openRecents(folder, log),
      memory: openPassphraseMemory(folder, log),
      events,
      log,
      fixedArchive: undefined,
      defaultArchive: join(folder, 'My archive.sanad'),
      mayMakeDefault: () => true
    })
    await session.start()
    const problem = { code: 'archive-in-use', message: 'the archive is open elsewhere' }
    expect(await session.state()).toEqual({ open: null, locked: null, unprotected: null, recents: [], problem })
    expect(announced).toEqual([{ open: null, locked: null, unprotected: null, recents: [], problem }])
    await expect(session.engine()).rejects.toMatchObject({ code: 'no-archive-open' })
    await expect(session.open(join(folder, 'x.sanad'), { create: true })).rejects.toMatchObject({ code: 'archive-in-use' })
    await expect(session.openRecent(0)).rejects.toMatchObject({ code: 'not-found' })
    await session.stop()
  })
})

describe('an archive that had a passphrase when it was last open here, and asks for none', () => {
  it('is not approached while its folder is there, whatever lies in it; a missing one is called missing, a new one is made', async () => {
    const folder = temporaryFolder()
    const { log } = testLog(folder)
    const memory = openPassphraseMemory(folder, log)
    const started: boolean[] = []
    const session = createArchiveSession({
      startEngine: (_directory, { create }) => {
        started.push(create)
        return Promise.reject(new SanadError('archive-not-found', 'nothing there'))
      },
      passphrases: noPassphrases,
      recents: openRecents(folder, log),
      memory,
      events: createEventHub(),
      log,
      fixedArchive: undefined,
      defaultArchive: join(folder, 'My archive.sanad'),
      mayMakeDefault: () => true
    })
    const directory = join(folder, 'Case.sanad')
    memory.remember(directory)
    await expect(session.open(directory, { create: false })).rejects.toMatchObject({ code: 'archive-not-found' })
    // No database yet, and what would bring one here when it is opened: the other half of a repair.
    mkdirSync(directory)
    writeFileSync(mendedFile(directory), 'planted')
    const asked = await session.open(directory, { create: false })
    expect(asked).toMatchObject({ open: null, locked: null, unprotected: { name: 'Case', directory }, problem: null })
    expect(started).toEqual([false])
    expect(await session.openUnprotected(false)).toMatchObject({ unprotected: null, problem: { code: 'archive-not-found' } })
    expect(await session.openUnprotected(true)).toMatchObject({ open: null })
    expect((await session.open(directory, { create: false })).unprotected).not.toBeNull()
    expect((await session.close()).unprotected).toBeNull()
    await expect(session.open(directory, { create: true })).rejects.toMatchObject({ code: 'archive-not-found' })
    expect(started).toEqual([false, false, true])
  })
})

describe('recent archives', () => {
  it('are ordered by use, know what is missing, and outlive the program', async () => {
    const folder = temporaryFolder()
    const { log } = testLog(folder)
    const recents = openRecents(folder, log)
    const here = join(folder, '1988 Files.sanad')
    mkdirSync(here)
    writeFileSync(join(here, 'archive.db'), '')
    recents.remember(here)
    recents.remember(join(folder, 'On a stick.sanad'))
    recents.remember(here)
    for (let n = 0; n < 3; n += 1) recents.remember(join(folder, `${n}.sanad`))
    recents.forget(join(folder, '1.sanad'))
    await recents.flush()
    expect(await openRecents(folder, log).list()).toEqual([
      { name: '2', directory: join(folder, '2.sanad'), missing: true },
      { name: '0', directory: join(folder, '0.sanad'), missing: true },
      { name: '1988 Files', directory: here, missing: false },
      { name: 'On a stick', directory: join(folder, 'On a stick.sanad'), missing: true }
    ])
  })

  it('are not added to while nothing is to be remembered, and can be forgotten all at once', async () => {
    const folder = temporaryFolder()
    const { log } = testLog(folder)
    let isRemembering = true
    const recents = openRecents(folder, log, () => isRemembering)
    recents.remember('/one.sanad')
    isRemembering = false
    recents.remember('/two.sanad')
    expect(recents.directories()).toEqual(['/one.sanad'])
    recents.clear()
    await recents.flush()
    expect(openRecents(folder, log).directories()).toEqual([])
  })

  it('are ten at most', async () => {
    const folder = temporaryFolder()
    const recents = openRecents(folder, testLog(folder).log)
    for (let n = 0; n < 20; n += 1) recents.remember(`/${n}.sanad`)
    expect(recents.directories()).toHaveLength(10)
    await recents.flush()
  })
})
