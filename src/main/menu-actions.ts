import { Menu } from 'electron'
import type { ArchiveSession } from '#main/archive-session'
import type { EventHub } from '#main/event-hub'
import type { WindowLock } from '#main/lock/window-lock'
import type { Log } from '#main/log'
import { type MenuActions, menuTemplate } from '#main/menu'
import type { NativeDialogs } from '#main/native-dialogs'
import type { SettingsStore } from '#main/settings'
import { SanadError } from '#shared/errors'
import { enMain } from '#shared/i18n/en-main'

export type MenuParts = Readonly<{
  archives: ArchiveSession
  dialogs: NativeDialogs
  settings: SettingsStore
  lock: WindowLock
  events: EventHub
  log: Log
  allowDevTools: boolean
}>

/** Shows the application menu and keeps it true: recent archives, what is possible now, the theme. */
export function keepMenu(parts: MenuParts): void {
  const { archives, settings, lock, events, log } = parts
  const actions = createActions(parts)
  const show = async (): Promise<void> => {
    const archive = await archives.state()
    const state = { archive, covered: lock.isCovered(), theme: settings.get().theme, platform: process.platform }
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ ...state, allowDevTools: parts.allowDevTools }, actions)))
  }
  const showSafely = (): void => void show().catch((error: unknown) => log.error('the menu could not be made', error))
  events.on('archive.changed', showSafely)
  events.on('settings.changed', showSafely)
  events.on('window.covered', showSafely)
  showSafely()
}

function createActions({ archives, dialogs, settings, lock, events, log }: MenuParts): MenuActions {
  /** Runs what a menu entry asks for; there is no page to show the trouble, so a native dialog does. */
  const attempt = (step: () => Promise<unknown>): void => {
    void step().catch((error: unknown) => {
      log.error('a menu entry failed', error)
      return dialogs.showTrouble(troubleWords(error))
    })
  }
  const openChosen = async (choose: () => Promise<string | undefined>, create: boolean): Promise<void> => {
    const directory = await choose()
    if (directory !== undefined) await archives.open(directory, { create })
  }
  return {
    command: (command) => events.emit('menu.command', command),
    newArchive: () => attempt(() => openChosen(dialogs.newArchive, true)),
    openArchive: () => attempt(() => openChosen(dialogs.openArchive, false)),
    openRecent: (index) => attempt(() => archives.openRecent(index)),
    revealArchive: () =>
      attempt(async () => {
        const { directory } = await archives.engine()
        if (await dialogs.confirmReveal()) dialogs.reveal(directory)
      }),
    closeArchive: () => attempt(() => archives.close()),
    lock: lock.now,
    setTheme: (theme) => settings.set({ theme })
  }
}

/** The sentence for an error that the window's page does not word. */
function troubleWords(error: unknown): string {
  const words: Readonly<Partial<Record<string, string>>> = enMain.archiveErrors
  return (error instanceof SanadError ? words[error.code] : undefined) ?? enMain.otherError
}
