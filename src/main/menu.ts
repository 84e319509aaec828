import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '#shared/contract'
import { enMain } from '#shared/i18n/en-main'
import type { ArchiveState, Settings } from '#shared/model/app'

const words = enMain.menu

export type MenuActions = Readonly<{
  command: (command: MenuCommand) => void
  newArchive: () => void
  openArchive: () => void
  openRecent: (index: number) => void
  revealArchive: () => void
  closeArchive: () => void
  /** Locks the archive, or covers the window. */
  lock: () => void
  setTheme: (theme: Settings['theme']) => void
}>

export type MenuState = Readonly<{
  archive: ArchiveState
  /** The window is covered: the menu tells of no archive and leads to none. */
  covered: boolean
  theme: Settings['theme']
  platform: NodeJS.Platform
  allowDevTools: boolean
}>

/** The application menu for this state, as a template: pure, so that it can be checked without a screen. */
export function menuTemplate(state: MenuState, actions: MenuActions): MenuItemConstructorOptions[] {
  const appMenu: MenuItemConstructorOptions[] = state.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  if (state.covered) return [...appMenu, { label: words.file, submenu: quitItems(state.platform) }]
  return [...appMenu, fileMenu(state, actions), editMenu(actions), viewMenu(state, actions), helpMenu(actions)]
}

function fileMenu({ archive, platform }: MenuState, actions: MenuActions): MenuItemConstructorOptions {
  const isOpen = archive.open !== null
  const quit: MenuItemConstructorOptions[] = platform === 'darwin' ? [] : [{ type: 'separator' }, ...quitItems(platform)]
  return {
    label: words.file,
    submenu: [
      { ...commandItem(words.importFolder, 'CmdOrCtrl+Shift+O', 'import-folder', actions), enabled: isOpen },
      { ...commandItem(words.importFiles, undefined, 'import-files', actions), enabled: isOpen },
      { type: 'separator' },
      { label: words.newArchive, accelerator: 'CmdOrCtrl+Shift+N', click: actions.newArchive },
      { label: words.openArchive, click: actions.openArchive },
      { label: words.recentArchives, submenu: recentItems(archive, actions) },
      { label: words.showArchive, enabled: isOpen, click: actions.revealArchive },
      {
        label: words.closeArchive,
        enabled: isOpen || archive.locked !== null || archive.unprotected !== null,
        click: actions.closeArchive
      },
      {
        label: archive.open?.encrypted === true ? words.lock : words.cover,
        accelerator: 'CmdOrCtrl+L',
        enabled: isOpen,
        click: actions.lock
      },
      { type: 'separator' },
      commandItem(words.settings, 'CmdOrCtrl+,', 'settings', actions),
      ...quit
    ]
  }
}

function quitItems(platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  return platform === 'darwin' ? [{ role: 'close' }] : [{ label: words.quit, role: 'quit', accelerator: 'CmdOrCtrl+Q' }]
}

function recentItems({ recents, locked, unprotected }: ArchiveState, actions: MenuActions): MenuItemConstructorOptions[] {
  if (recents.length === 0) return [{ label: words.noRecentArchives, enabled: false }]
  return recents.map(({ name, directory, missing }, index) => ({
    // A single & would make the letter after it an access key.
    label: name.replaceAll('&', '&&'),
    // Whoever stands before a locked archive, or one that has lost its passphrase, is told no places.
    ...(locked === null && unprotected === null ? { sublabel: directory } : {}),
    enabled: !missing,
    click: () => actions.openRecent(index)
  }))
}

function editMenu(actions: MenuActions): MenuItemConstructorOptions {
  return {
    label: words.edit,
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      { type: 'separator' },
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
      { type: 'separator' },
      commandItem(words.find, 'CmdOrCtrl+F', 'find', actions)
    ]
  }
}

function viewMenu({ theme, allowDevTools }: MenuState, actions: MenuActions): MenuItemConstructorOptions {
  const themes = { system: words.themeSystem, light: words.themeLight, dark: words.themeDark } satisfies Record<
    Settings['theme'],
    string
  >
  const themeItem = (name: Settings['theme']): MenuItemConstructorOptions => ({
    label: themes[name],
    type: 'radio',
    checked: theme === name,
    click: () => actions.setTheme(name)
  })
  const developer: MenuItemConstructorOptions[] = allowDevTools ? [{ type: 'separator' }, { role: 'toggleDevTools' }] : []
  return {
    label: words.view,
    submenu: [
      commandItem(words.palette, 'CmdOrCtrl+K', 'palette', actions),
      { type: 'separator' },
      commandItem(words.toggleSidebar, 'CmdOrCtrl+B', 'toggle-sidebar', actions),
      commandItem(words.toggleInspector, 'CmdOrCtrl+I', 'toggle-inspector', actions),
      { type: 'separator' },
      { label: words.theme, submenu: [themeItem('system'), themeItem('light'), themeItem('dark')] },
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
      ...developer
    ]
  }
}

function helpMenu(actions: MenuActions): MenuItemConstructorOptions {
  return {
    label: words.help,
    submenu: [
      commandItem(words.shortcuts, undefined, 'shortcuts', actions),
      commandItem(words.about, undefined, 'about', actions)
    ]
  }
}

function commandItem(
  label: string,
  accelerator: string | undefined,
  command: MenuCommand,
  actions: MenuActions
): MenuItemConstructorOptions {
  return { label, ...(accelerator === undefined ? {} : { accelerator }), click: () => actions.command(command) }
}
