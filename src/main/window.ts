import { BrowserWindow, nativeTheme, type Session, screen } from 'electron'
import type { JsonFile } from '#main/json-file'
import { windowGround } from '#main/window-ground'
import { MINIMUM_SIZE, placeWindow, type WindowState } from '#main/window-state'
import { enMain } from '#shared/i18n/en-main'

export type WindowParts = Readonly<{
  session: Session
  preload: string
  state: JsonFile<WindowState>
  allowDevTools: boolean
}>

/** Makes the one window, hidden until its page is drawn, where and as large as it was last. Loading the page is the caller's. */
export function createWindow({ session, preload, state, allowDevTools }: WindowParts): BrowserWindow {
  const displays = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow({
    ...placeWindow(state.read(), displays),
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    show: false,
    title: enMain.appName,
    backgroundColor: windowGround(),
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: allowDevTools
    }
  })
  window.once('ready-to-show', () => {
    if (state.read().maximized) window.maximize()
    window.show()
  })
  window.webContents.on('did-finish-load', () => window.webContents.setZoomLevel(state.read().zoomLevel))
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('close', () =>
    state.write({
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
      zoomLevel: window.webContents.getZoomLevel()
    })
  )
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(windowGround())
  })
  return window
}
