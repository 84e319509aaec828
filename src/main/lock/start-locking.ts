import { app, clipboard, powerMonitor, type WebContents } from 'electron'
import type { ArchiveSession } from '#main/archive-session'
import { closeContextMenu } from '#main/context-menu'
import type { EventHub } from '#main/event-hub'
import type { ImportChoices } from '#main/import-choices'
import { startAutoLock } from '#main/lock/auto-lock'
import { createClipboardWatch } from '#main/lock/clipboard-watch'
import { replacePage } from '#main/lock/fresh-page'
import { isLockKey } from '#main/lock/lock-key'
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
  events: EventHub
  log: Log
  /** The window, while there is one. */
  main: () => MainWindow | undefined
}>

/** Joins locking to Electron: the key, the idle time, the window and the clipboard. */
export function startLocking(parts: LockingParts): WindowLock {
  const { archives, choices, repairs, settings, renewReaders, events, log, main } = parts
  const copied = createClipboardWatch(clipboard)
  app.on('browser-window-focus', copied.entered)
  app.on('browser-window-blur', copied.left)
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
      await copied.clearOurs()
      choices.forget()
      await renewReaders()
    },
    closeOverlays: () => {
      closeContextMenu()
      contents()?.closeDevTools()
    },
    setMuted: (muted) => contents()?.setAudioMuted(muted),
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
  startAutoLock({
    power: {
      idleSeconds: () => powerMonitor.getSystemIdleTime(),
      on: (event, listener) => void powerMonitor.on(event as 'suspend', listener)
    },
    minutes: () => settings.get().autoLockMinutes,
    lock: lock.ifEncrypted
  })
  return lock
}
