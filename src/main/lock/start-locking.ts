import { app, clipboard, powerMonitor, type WebContents } from 'electron'
import type { ArchiveSession } from '#main/archive-session'
import { closeContextMenu } from '#main/context-menu'
import type { EventHub } from '#main/event-hub'
import type { ImportChoices } from '#main/import-choices'
import { startAutoLock } from '#main/lock/auto-lock'
import { type ClipboardWatch, createClipboardWatch, selectionOf } from '#main/lock/clipboard-watch'
import { replacePage } from '#main/lock/fresh-page'
import { isLockKey } from '#main/lock/lock-key'
import { createMemoryWipe } from '#main/lock/memory/wipe-memory'
import { createWindowLock, type WindowLock } from '#main/lock/window-lock'
import type { Log } from '#main/log'
import type { MainWindow } from '#main/main-window'
import type { Repairs } from '#main/repairs'
import type { SettingsStore } from '#main/settings'

export type LockingParts = Readonly<{
  archives: ArchiveSession
  choices: ImportChoices
  repairs: Pick<Repairs, 'forgetLocked'>
  settings: SettingsStore
  renewReaders: () => Promise<void>
  /** The built entry of the thread that overwrites freed memory. */
  wipeEntry: URL
  events: EventHub
  log: Log
  /** The window, while there is one. */
  main: () => MainWindow | undefined
}>

/** Joins locking to Electron: the key, the idle time, the window and the clipboard. */
export function startLocking(parts: LockingParts): WindowLock {
  const { archives, choices, repairs, settings, renewReaders, wipeEntry, events, log, main } = parts
  const copied = watchClipboards()
  const contents = (): WebContents | undefined => main()?.window.webContents
  const lock = createWindowLock({
    archives,
    blank: {
      raise: () => main()?.blank.raise(),
      lower: () => main()?.blank.lower(),
      isUp: () => main()?.blank.isUp() ?? false
    },
    events,
    forgetDamaged: repairs.forgetLocked,
    replacePage: async (inHaste) => {
      await main()?.replace((load, page) => replacePage(page, { inHaste, load, log }))
    },
    forgetAll: async () => {
      await clearAll(copied)
      choices.forget()
      await renewReaders()
    },
    closeOverlays: () => {
      closeContextMenu()
      contents()?.closeDevTools()
    },
    setMuted: (muted) => contents()?.setAudioMuted(muted),
    wipeMemory: createMemoryWipe(wipeEntry, log.error),
    onFault: log.error
  })
  // Seen before any page sees it, in whatever frame or tool the keyboard is, also while a page is busy.
  app.on('web-contents-created', (_event, created) => {
    created.on('before-input-event', (event, press) => {
      if (!isLockKey(press, process.platform)) return
      event.preventDefault()
      lock.now()
    })
  })
  // Who quits locks.
  app.on('before-quit', () => {
    if (archives.isLockable())
      void clearAll(copied).catch((error: unknown) => log.error('the clipboard could not be emptied', error))
  })
  startAutoLock({
    power: {
      idleSeconds: () => powerMonitor.getSystemIdleTime(),
      ownIdleSeconds: watchOwnInput(),
      isScreenLocked: () => powerMonitor.getSystemIdleState(A_DAY_S) === 'locked',
      on: (event, listener) => void powerMonitor.on(event as 'suspend', listener)
    },
    minutes: () => settings.get().autoLockMinutes,
    lock: lock.ifEncrypted
  })
  return lock
}

const A_DAY_S = 86_400

/** Of the clipboard, and of what is selected. */
function watchClipboards(): readonly ClipboardWatch[] {
  const selected = selectionOf(clipboard, process.platform)
  const all = [createClipboardWatch(clipboard), ...(selected === undefined ? [] : [createClipboardWatch(selected)])]
  app.on('browser-window-focus', () => {
    for (const one of all) one.entered()
  })
  app.on('browser-window-blur', () => {
    for (const one of all) one.left()
  })
  return all
}

async function clearAll(copied: readonly ClipboardWatch[]): Promise<void> {
  await Promise.all(copied.map((one) => one.clearOurs()))
}

/** Seconds since the last key press or movement of the mouse in Sanad's window, or since it got the keyboard. */
function watchOwnInput(): () => number {
  let last = performance.now()
  const note = (): void => {
    last = performance.now()
  }
  app.on('browser-window-focus', note)
  app.on('web-contents-created', (_event, contents) => {
    contents.on('input-event', note)
    contents.on('before-input-event', note)
  })
  return () => (performance.now() - last) / 1000
}
