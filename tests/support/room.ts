/** What every journey through the real program needs: folders of its own, a start, an end, and no error unheard. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test as base, type ElectronApplication, expect, type Page } from '@playwright/test'
import { mainWindow } from '#scripts/main-window'
import type { CommandInput, CommandName, CommandOutput, Reply } from '#shared/contract'
import { launchSanad } from '#tests/support/launch-sanad'
import type { SmallRoom } from '#tests/support/small-room-for'

export { expect }

/** A running program with its window open. */
export type Sanad = Readonly<{ app: ElectronApplication; window: Page; quit: () => Promise<void> }>

export type Start = Readonly<{
  /** Folder of the archive; the one of this test when left out. */
  archive?: string
  userData?: string
  /** More of the program's environment. */
  env?: Readonly<Record<string, string>>
  /** Sentences an error may contain without failing the test. */
  expected?: readonly RegExp[]
  /** A folder in which the program can write nothing. */
  unwritable?: string
  /** A disk of its own. */
  disk?: SmallRoom
}>

export type Room = Readonly<{
  /** A folder of this test, removed at its end. */
  folder: string
  /** An empty folder inside it. */
  newFolder: (name: string) => string
  start: (options?: Start) => Promise<Sanad>
}>

/** How long a program may take to end. */
const PATIENCE_MS = 15_000
/** How long anything is waited for: less than a test may take, so that the report says what did not come. */
const WAIT_MS = 30_000

/** What a runtime without a desktop around it writes; nothing of ours. */
const FROM_THE_SYSTEM = /^\[\d+:\d+\/|Debugger |DevTools|dbus|libva|Gtk-|GLib|ALSA lib|warn Chromium runs without its sandbox/i
/** A line of a stack: it belongs to the error above it, which was heard, whatever its file is called. */
const OF_A_STACK = /^\s+at /

/** `room` fails the test when the window or the main process reported an error it did not expect. */
export const test = base.extend<{ room: Room }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
  room: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'sanad-e2e-'))
    const running = new Set<ElectronApplication>()
    const errors: string[] = []
    const newFolder = (name: string): string => {
      mkdirSync(join(folder, name), { recursive: true })
      return join(folder, name)
    }
    const start = async ({
      archive = join(folder, 'Test.sanad'),
      userData = 'settings',
      env = {},
      expected = [],
      unwritable,
      disk
    }: Start = {}) => {
      const app = await launchSanad({
        userData: join(folder, userData),
        documents: newFolder('documents'),
        env: { ...env, SANAD_ARCHIVE: archive },
        ...(unwritable === undefined ? {} : { unwritable }),
        ...(disk === undefined ? {} : { disk })
      })
      const hear = (text: string): void => {
        if (!expected.some((pattern) => pattern.test(text))) errors.push(text)
      }
      running.add(app)
      const window = await openWindow(app, hear)
      return { app, window, quit: () => quit(app, running) }
    }
    await use({ folder, newFolder, start })
    for (const app of running) await quit(app, running)
    rmSync(folder, { recursive: true, force: true })
    expect(errors).toEqual([])
  }
})

async function openWindow(app: ElectronApplication, hear: (text: string) => void): Promise<Page> {
  // Whole lines: libraries write one in several pieces, and a piece does not say whose it is.
  const { stderr } = app.process()
  if (stderr)
    createInterface({ input: stderr }).on('line', (line) => {
      if (/\b(warn|error)\b/i.test(line) && !FROM_THE_SYSTEM.test(line) && !OF_A_STACK.test(line)) hear(line)
    })
  const window = await mainWindow(app, WAIT_MS)
  window.setDefaultTimeout(WAIT_MS)
  window.on('pageerror', (error) => hear(`page: ${error.stack ?? error.message}`))
  window.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') hear(`console: ${message.text()}`)
  })
  const sized = app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 0, y: 0, width: 1440, height: 900 })
  })
  await answered(sized, 'the main process')
  // What stands in the middle is known only once the archive is: until then nothing can be dropped.
  await window.getByRole('main').waitFor()
  return window
}

/** What Playwright itself waits for without end, ended by a sentence that says who did not answer. */
async function answered<T>(promise: Promise<T>, who: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer from ${who} in ${WAIT_MS / 1000} s.`)), WAIT_MS)
  })
  return Promise.race([promise, silence]).finally(() => clearTimeout(timer))
}

/** Ends the program as a person does; one that does not answer is ended by force. */
async function quit(app: ElectronApplication, running: Set<ElectronApplication>): Promise<void> {
  running.delete(app)
  const force = setTimeout(() => app.process().kill('SIGKILL'), PATIENCE_MS)
  const given = new Promise((resolve) => setTimeout(resolve, 2 * PATIENCE_MS).unref())
  await Promise.race([app.close(), given])
  clearTimeout(force)
}

/** Lets the native dialog for opening answer with these paths. */
export function answerOpenDialog({ app }: Sanad, paths: readonly string[]): Promise<void> {
  return app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [...filePaths] })
  }, paths)
}

/** Lets the native dialog for saving answer with this path. */
export function answerSaveDialog({ app }: Sanad, path: string): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
}

/** Drops real files on the middle of the window, as the system does: the page gets files whose paths only the preload can read. */
export async function dropFiles({ window }: Sanad, files: readonly string[]): Promise<void> {
  const cdp = await window.context().newCDPSession(window)
  const data = { items: [], files: [...files], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await cdp.send('Input.dispatchDragEvent', { type, x: 700, y: 450, data })
  await cdp.detach()
}

/** Sends anything as a command, as the window's page could. */
export async function sendRaw({ window }: Sanad, name: unknown, input: unknown): Promise<Reply<unknown>> {
  const reply: unknown = await window.evaluate(
    ([command, argument]) => {
      const bridge: unknown = Reflect.get(globalThis, 'sanad')
      const invoke: unknown = typeof bridge === 'object' && bridge !== null ? Reflect.get(bridge, 'invoke') : undefined
      return typeof invoke === 'function' ? invoke(command, argument) : undefined
    },
    [name, input]
  )
  return reply as Reply<unknown>
}

/** Sends a command of the contract and gives its value; throws when it was refused. */
export async function ask<C extends CommandName>(sanad: Sanad, name: C, input: CommandInput<C>): Promise<CommandOutput<C>> {
  const reply = await sendRaw(sanad, name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}: ${reply.error.message}`)
  return reply.value as CommandOutput<C>
}
