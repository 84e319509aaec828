import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createArchiveSession } from '#main/archive-session'
import { createEventHub } from '#main/event-hub'
import { createImportChoices } from '#main/import-choices'
import { createDispatch, isCommandName } from '#main/ipc/dispatch'
import { createHandlers } from '#main/ipc/handlers'
import { isOwnPage, type Sender } from '#main/ipc/sender'
import { openPassphraseMemory } from '#main/passphrase-memory'
import { openRecents } from '#main/recents'
import { createRefusedRequests } from '#main/refused-requests'
import { createRepairs } from '#main/repairs'
import { openSettings } from '#main/settings'
import { commands } from '#shared/contract'
import { SanadError } from '#shared/errors'
import { contentsAt } from '#tests/support/electron-objects'
import { noPassphrases } from '#tests/support/no-passphrases'
import { temporaryFolder } from '#tests/support/temporary'
import { testLog } from '#tests/support/test-log'

/** The real dispatch on the real handlers, without an archive; the person at the native dialogs always cancels. */
function program() {
  const folder = temporaryFolder()
  const { log, written } = testLog(folder)
  const events = createEventHub()
  const clipboard: string[] = []
  const dialogs = {
    chooseSources: () => Promise.resolve([]),
    newArchive: () => Promise.resolve(undefined),
    chooseList: () => Promise.resolve(undefined),
    saveTable: () => Promise.resolve(undefined),
    saveLog: () => Promise.resolve(undefined),
    saveCopy: () => Promise.resolve(undefined),
    chooseCopyFolder: () => Promise.resolve(undefined),
    openArchive: () => Promise.resolve(undefined),
    confirmReveal: () => Promise.resolve(false),
    reveal: () => undefined,
    showTrouble: () => Promise.resolve(),
    showFault: () => Promise.resolve(false)
  }
  const nothing = (): void => undefined
  const recents = openRecents(folder, log)
  const settings = openSettings(folder, events, log)
  // What commands changed is written before the folder goes.
  onTestFinished(async () => {
    await recents.flush()
    await settings.flush()
  })
  const archives = createArchiveSession({
    startEngine: () => Promise.reject(new SanadError('archive-not-found', 'no such archive')),
    passphrases: noPassphrases,
    recents,
    memory: openPassphraseMemory(folder, log),
    events,
    log,
    fixedArchive: undefined,
    defaultArchive: join(folder, 'My archive.sanad'),
    mayMakeDefault: () => true
  })
  const handlers = createHandlers({
    archives,
    choices: createImportChoices(async (paths) => (await archives.engine()).preview(paths)),
    dialogs,
    lock: { now: nothing, ifEncrypted: nothing, isCovered: () => false, isCalm: nothing, uncover: nothing },
    settings,
    sampleFolder: join(folder, 'no-sample'),
    repairs: createRepairs({
      archives: () => archives,
      startThread: () => Promise.reject(new SanadError('not-found', 'nothing to mend')),
      events
    }),
    quit: nothing,
    about: () => Promise.reject(new TypeError('a fault in the program')),
    writeClipboard: (text) => clipboard.push(text),
    refused: createRefusedRequests(events),
    events
  })
  const { contents, mainFrame } = contentsAt('sanad://app/')
  const dispatch = createDispatch({
    handlers,
    engine: archives.engine,
    isOwnPage: (event) => isOwnPage(event, contents, 'sanad://app'),
    log
  })
  const own: Sender = { sender: contents, senderFrame: mainFrame }
  const stranger: Sender = { sender: contents, senderFrame: contentsAt('sanad-page://d7/').mainFrame }
  return { dispatch, handlers, own, stranger, clipboard, written }
}

describe('dispatch', () => {
  it('has a handler for every command that main answers, and none besides', () => {
    const expected = Object.entries(commands).filter(([, row]) => row.place === 'main')
    expect(Object.keys(program().handlers).sort()).toEqual(expected.map(([name]) => name).sort())
  })

  it('runs commands of its own and answers with their value', async () => {
    const { dispatch, own, clipboard } = program()
    expect(await dispatch(own, 'settings.set', { theme: 'dark' })).toMatchObject({ ok: true, value: { theme: 'dark' } })
    expect(await dispatch(own, 'settings.get', {})).toMatchObject({ ok: true, value: { theme: 'dark' } })
    expect(await dispatch(own, 'app.copyText', { text: 'سند' })).toEqual({ ok: true, value: null })
    expect(clipboard).toEqual(['سند'])
    expect(await dispatch(own, 'archive.open', {})).toEqual({ ok: true, value: null })
    expect(await dispatch(own, 'archive.state', {})).toMatchObject({ ok: true, value: { open: null } })
  })

  it('passes on what a person may meet, by its code', async () => {
    const { dispatch, own } = program()
    expect(await dispatch(own, 'library.sidebar', {})).toMatchObject({ ok: false, error: { code: 'no-archive-open' } })
    expect(await dispatch(own, 'import.choose', { kind: 'folder' })).toMatchObject({
      ok: false,
      error: { code: 'no-archive-open' }
    })
    expect(await dispatch(own, 'import.chooseSample', {})).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await dispatch(own, 'import.start', { choiceId: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'no-archive-open' }
    })
    expect(await dispatch(own, 'archive.openRecent', { index: 0 })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  it('hides the words of a fault from the window and keeps them in the log', async () => {
    const { dispatch, own, written } = program()
    const reply = await dispatch(own, 'app.about', {})
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(JSON.stringify(reply)).not.toContain('a fault in the program')
    expect(written()).toContain('TypeError: a fault in the program')
  })

  it('refuses every command from any frame but its own page', async () => {
    const { dispatch, stranger, clipboard } = program()
    for (const name of Object.keys(commands)) {
      const reply = await dispatch(stranger, name, { text: 'x' })
      expect(reply, name).toMatchObject({ ok: false, error: { code: 'bad-request' } })
    }
    expect(clipboard).toEqual([])
  })

  it.each([
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    '',
    'archive',
    'archive.state ',
    null,
    7,
    {},
    ['archive.state']
  ])('knows no command %o', async (name) => {
    const { dispatch, own } = program()
    expect(isCommandName(name)).toBe(false)
    expect(await dispatch(own, name, {})).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  })

  it.each([
    ['settings.set', { theme: 'purple' }],
    ['settings.set', { readingSize: Number.NaN }],
    ['settings.set', { unknown: 1 }],
    ['import.start', { choiceId: 'x', paths: ['/etc'] }],
    ['import.start', { choiceId: 'x'.repeat(65) }],
    ['import.choose', { kind: '/etc/passwd' }],
    ['archive.openRecent', { index: -1 }],
    ['archive.openRecent', { index: 0.5 }],
    ['archive.open', { directory: '/etc' }],
    ['document.get', { id: '7; DROP TABLE documents' }],
    ['document.get', { id: 0 }],
    ['document.setRead', { ids: [], read: true }],
    ['document.setRead', { ids: Array(100_001).fill(1), read: true }],
    ['search.run', { query: 'x'.repeat(10_001) }],
    ['tags.create', { name: '   ' }],
    ['tags.setColor', { id: 1, color: 'url(http://x)' }]
  ])('refuses %s with a bad input before anything runs', async (name, input) => {
    const { dispatch, own } = program()
    // An archive that is not open would answer `no-archive-open`: the input is looked at first.
    expect(await dispatch(own, name, input)).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  })

  it('always answers with a reply, whatever it is sent', async () => {
    const { dispatch, own } = program()
    const anything = fc.anything({ withMap: true, withSet: true, withDate: true, withTypedArray: true, withNullPrototype: true })
    const answers = async (name: unknown, input: unknown): Promise<void> => {
      expect(await dispatch(own, name, input)).toMatchObject({ ok: expect.any(Boolean) })
    }
    await fc.assert(fc.asyncProperty(fc.constantFrom(...Object.keys(commands)), anything, answers))
    await fc.assert(fc.asyncProperty(anything, anything, answers))
  })
})
