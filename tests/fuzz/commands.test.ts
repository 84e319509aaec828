/**
 * Threat 14: every command of the contract with inputs that fit, that nearly fit and that do not at all, through the real dispatch to the
 * real engine in its threads. Each is answered; no fault of the program comes of it, and the archive is whole afterwards.
 */
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { openArchive } from '#engine/open'
import type { PassphraseCalls } from '#engine/threads/passphrases'
import { createArchiveSession } from '#main/archive-session'
import { openEngine } from '#main/engine-client'
import { createEventHub } from '#main/event-hub'
import { createImportChoices } from '#main/import-choices'
import { createDispatch } from '#main/ipc/dispatch'
import { createHandlers } from '#main/ipc/handlers'
import type { Sender } from '#main/ipc/sender'
import type { Log } from '#main/log'
import type { NativeDialogs } from '#main/native-dialogs'
import { openRecents } from '#main/recents'
import { createRefusedRequests } from '#main/refused-requests'
import { startRepair } from '#main/repair-thread'
import { createRepairs } from '#main/repairs'
import { openSettings } from '#main/settings'
import { type CommandName, commands } from '#shared/contract'
import { SanadError } from '#shared/errors'
import { addDocuments, newArchive } from '#tests/support/archive'
import { contentsAt } from '#tests/support/electron-objects'
import { CASES, isTimeUp, report, SEED } from '#tests/support/fuzz/cases'
import { almostFitting, fitting, junk } from '#tests/support/fuzz/inputs-for'
import { testPool } from '#tests/support/import'
import { temporaryFolder } from '#tests/support/temporary'

/** The engine's threads as `npm run build` left them. */
const THREADS = resolve(import.meta.dirname, '../../out/main/engine-thread.js')

/** Whoever sits before the window cancels every native dialog. */
const CANCELLED = new Proxy({} as NativeDialogs, {
  get: (_, name) => () => Promise.resolve(name === 'chooseSources' ? [] : name === 'confirmReveal' ? false : undefined)
})

const wrong = (): Promise<never> => Promise.reject(new SanadError('wrong-passphrase', 'this is not the passphrase'))

/** Every passphrase is a wrong one: the archive stays as it is, so that all other commands find it open. */
const NEVER_RIGHT: PassphraseCalls = { readLockState: () => 'plain', unlock: wrong, set: wrong, change: wrong, remove: wrong }

function archiveWithDocuments(): string {
  const archive = newArchive()
  addDocuments(
    archive,
    Array.from({ length: 12 }, (_, at) => ({
      title: `Letter ${at}`,
      text: `prison khavaran خاوران letter ${at}`,
      author: 'Roya'
    }))
  )
  archive.close()
  return archive.directory
}

/** The program without its window, on an archive that is open. */
async function program(directory: string) {
  const folder = temporaryFolder()
  const faults: string[] = []
  const log: Log = {
    info: () => undefined,
    warn: () => undefined,
    error: (sentence, error) => {
      if (sentence !== 'a command was refused')
        faults.push(`${sentence}: ${error instanceof Error ? error.stack : String(error)}`)
    }
  }
  const events = createEventHub()
  const pool = await testPool()
  const nothing = (): void => undefined
  const archives = createArchiveSession({
    startEngine: (at, { create, keys }) =>
      openEngine(at, { create, keys, threadEntry: pathToFileURL(THREADS), pool, onUpgrading: () => undefined }),
    passphrases: NEVER_RIGHT,
    recents: openRecents(folder, log),
    events,
    log,
    fixedArchive: directory,
    defaultArchive: join(folder, 'Default.sanad'),
    mayMakeDefault: () => true
  })
  const handlers = createHandlers({
    archives,
    choices: createImportChoices(async (paths) => (await archives.engine()).preview(paths)),
    dialogs: CANCELLED,
    settings: openSettings(folder, events, log),
    lock: { now: nothing, ifEncrypted: nothing, isCovered: () => false, isCalm: nothing, uncover: nothing },
    sampleFolder: join(folder, 'no sample'),
    repairs: createRepairs({
      archives: () => archives,
      startThread: ({ directory: at, keys }) =>
        startRepair({ directory: at, keys, threadEntry: pathToFileURL(THREADS), pool, onProgress: nothing }),
      events
    }),
    quit: nothing,
    about: () => Promise.resolve({} as never),
    writeClipboard: () => undefined,
    events,
    refused: createRefusedRequests(events)
  })
  const { contents, mainFrame } = contentsAt('sanad://app/')
  const dispatch = createDispatch({ handlers, engine: archives.engine, isOwnPage: () => true, log })
  const own: Sender = { sender: contents, senderFrame: mainFrame }
  await archives.start()
  onTestFinished(() => archives.stop())
  return { archives, ask: (name: unknown, input: unknown) => dispatch(own, name, input), faults }
}

test(`every command answers whatever it is given (seed ${SEED})`, { timeout: 3_600_000 }, async () => {
  expect(existsSync(THREADS), 'the app is built').toBe(true)
  const directory = archiveWithDocuments()
  const around = readdirSync(join(directory, '..')).sort()
  const { archives, ask, faults } = await program(directory)
  const names = Object.keys(commands) as CommandName[]
  const each = Math.max(4, Math.ceil(CASES / 50))
  let cases = 0
  let refusals = 0
  for (const [index, name] of names.entries()) {
    const { input } = commands[name]
    const inputs = [
      ...fc.sample(fitting(input), { numRuns: each, seed: SEED + index }),
      ...fc.sample(almostFitting(input), { numRuns: each, seed: SEED + index }),
      ...fc.sample(junk, { numRuns: each, seed: SEED + index })
    ]
    for (const given of inputs) {
      if (isTimeUp()) break
      const before = faults.length
      const reply = await ask(name, given)
      cases++
      if (!reply.ok) refusals++
      expect(reply, name).toHaveProperty('ok')
      if (faults.length > before) faults.push(`  … of ${name} with ${describeInput(given)}`)
      if ((await archives.state()).open === null) await archives.open(directory, { create: false })
    }
  }
  report({ target: 'commands', cases, refusals })
  await archives.stop()
  expect(faults).toEqual([])
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  expect(readdirSync(join(directory, '..')).sort()).toEqual(around)
  const archive = openArchive(directory)
  expect(archive.db.pragma('quick_check', { simple: true })).toBe('ok')
  archive.close()
})

function describeInput(input: unknown): string {
  try {
    return JSON.stringify(input, (_, value: unknown) => (typeof value === 'string' ? value.slice(0, 200) : value)).slice(0, 500)
  } catch {
    return String(input)
  }
}

test('names of commands that are none are refused', async () => {
  const directory = join(temporaryFolder(), 'Empty.sanad')
  mkdirSync(directory)
  const { ask } = await program(directory)
  for (const name of [...fc.sample(junk, { numRuns: 200, seed: SEED }), ...fc.sample(fc.string(), { numRuns: 200, seed: SEED })])
    expect(await ask(name, {})).toMatchObject({ ok: false, error: { code: 'bad-request' } })
})
