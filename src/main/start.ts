import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, type BrowserWindow, clipboard, ipcMain, nativeTheme, type Session, session } from 'electron'
import { aboutProgram } from '#main/about'
import { APP_ORIGIN } from '#main/content-policy'
import type { Environment } from '#main/environment'
import type { EventHub } from '#main/event-hub'
import { watchForFaults } from '#main/faults'
import { createDispatch } from '#main/ipc/dispatch'
import { createHandlers } from '#main/ipc/handlers'
import { isOwnPage, type Sender } from '#main/ipc/sender'
import { startLocking } from '#main/lock/start-locking'
import type { Log } from '#main/log'
import { bringForward, type MainWindow, openMainWindow } from '#main/main-window'
import { keepMenu } from '#main/menu-actions'
import { createNativeDialogs } from '#main/native-dialogs'
import { guardProgram } from '#main/process-guard'
import { serveSchemes } from '#main/protocol'
import type { RefusedRequests } from '#main/refused-requests'
import { createServices } from '#main/services'
import { endInOrder } from '#main/shutdown'
import { receiveMessages } from '#main/window-messages'
import { openWindowState } from '#main/window-state'

export type StartParts = Readonly<{
  environment: Environment
  /** Paths named on the command line. */
  given: readonly string[]
  log: Log
  events: EventHub
  refused: RefusedRequests
  guardSession: (session: Session) => Promise<void>
  /** Folder of the built main process. */
  builtFolder: string
}>

export type Program = Readonly<{
  /** Brings the window to the front, as a second start does, and offers what that start was given. */
  focus: (given: readonly unknown[]) => void
}>

/** Builds the program once Electron is ready: services, guards, what serves the page, the window; then loads the page. */
export async function startProgram(parts: StartParts): Promise<Program> {
  const { environment, given, log, events, refused, guardSession, builtFolder } = parts
  const { devUrl } = environment
  const allowDevTools = !app.isPackaged
  const origin = devUrl === undefined ? APP_ORIGIN : new URL(devUrl).origin
  let main: MainWindow | undefined
  const liveWindow = (): BrowserWindow | undefined => (main?.window.isDestroyed() === false ? main.window : undefined)

  const services = createServices({ environment, events, log, refused, builtFolder })
  const { archives, choices, settings } = services
  // The archive opens while the window is being made; whoever needs it waits for it.
  void archives.start()
  const dialogs = createNativeDialogs(liveWindow, services.documents)
  const state = openWindowState(app.getPath('userData'), log)
  const fault = { app, log, showFault: dialogs.showFault }
  watchForFaults(fault)
  endInOrder(app, [...services.closing, state.flush], log)
  followTheme(events, settings.get().theme)

  // In memory only: no cache, cookie or storage of what was read reaches the disk.
  const windowSession = session.fromPartition('sanad')
  await Promise.all([guardProgram(app, devUrl), guardSession(session.defaultSession), guardSession(windowSession)])
  const appFolder = join(builtFolder, '../renderer')
  serveSchemes(windowSession, { appFolder, engine: archives.engine, embedder: origin, onShown: refused.noteShown, log })
  forgetWithArchive(events, refused)

  const isOwn = (event: Sender): boolean => isOwnPage(event, liveWindow()?.webContents, origin)
  const wipeEntry = pathToFileURL(join(builtFolder, 'wipe-thread.js'))
  const lock = startLocking({ ...services, wipeEntry, events, log, main: () => (liveWindow() === undefined ? undefined : main) })
  const handlers = createHandlers({
    archives,
    choices,
    dialogs,
    events,
    settings,
    lock,
    repairs: services.repairs,
    sampleFolder: join(app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'resources'), 'sample'),
    about: async () => aboutProgram(app, await archives.sqliteVersion()),
    quit: () => app.quit(),
    writeClipboard: (text) => clipboard.writeText(text),
    refused
  })
  receiveMessages(ipcMain, {
    dispatch: createDispatch({ handlers, engine: archives.engine, isOwnPage: isOwn, log }),
    isOwnPage: isOwn,
    onDropped: (paths) => void services.given.offer(paths),
    onListening: (name) => name === 'import.dropped' && services.given.listening()
  })
  keepMenu({ archives, dialogs, settings, lock, events, log, allowDevTools })
  if (given.length > 0) void services.given.offer(given)
  const look = { session: windowSession, preload: join(builtFolder, '../preload/index.cjs'), state, allowDevTools }
  main = openMainWindow({ ...look, events, fault, address: devUrl ?? `${APP_ORIGIN}/`, onLoading: services.given.deaf })
  return {
    focus: (passed) => {
      bringForward(liveWindow())
      if (passed.length > 0) void services.given.offer(passed)
    }
  }
}

function followTheme(events: EventHub, theme: typeof nativeTheme.themeSource): void {
  nativeTheme.themeSource = theme
  events.on('settings.changed', (settings) => {
    nativeTheme.themeSource = settings.theme
  })
}

/** What was refused names documents: none of it outlives their archive's being open. */
function forgetWithArchive(events: EventHub, refused: RefusedRequests): void {
  let last = ''
  events.on('archive.changed', ({ open }) => {
    const now = JSON.stringify(open)
    if (now !== last) refused.forget()
    last = now
  })
}
