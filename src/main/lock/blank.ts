import { type BrowserWindow, nativeTheme, type Session, WebContentsView } from 'electron'
import { windowGround } from '#main/window-ground'

export type Blank = Readonly<{
  /** Covers the window at once, whatever its page is busy with. */
  raise: () => void
  lower: () => void
  isUp: () => boolean
}>

/** Larger than any screen; what is outside the window costs nothing. */
const EVERYWHERE = { x: 0, y: 0, width: 20_000, height: 20_000 }

/**
 * An empty page of the window's ground colour, in a process of its own, which stands ready behind nothing and is put over the window's page.
 * It must be a page, and drawn before: a view without one is painted beneath the window's page, and a page that is made in the moment
 * comes too late. Measured: on the screen 5 ms after `raise`, also while the window's page is stuck.
 */
export function createBlank(window: BrowserWindow, session: Session): Blank {
  const ground = new WebContentsView({
    webPreferences: { session, sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false, devTools: false }
  })
  let isUp = false
  const draw = (): void => {
    ground.setBackgroundColor(windowGround())
    void ground.webContents.loadURL(emptyPage(windowGround())).catch(() => undefined)
  }
  ground.setBounds(EVERYWHERE)
  ground.setVisible(false)
  window.contentView.addChildView(ground)
  // What the person waits for comes first.
  window.webContents.once('did-finish-load', draw)
  nativeTheme.on('updated', draw)
  window.once('closed', () => {
    nativeTheme.off('updated', draw)
    if (!ground.webContents.isDestroyed()) ground.webContents.close()
  })
  const show = (up: boolean): void => {
    isUp = up
    if (!window.isDestroyed()) ground.setVisible(up)
  }
  return { raise: () => show(true), lower: () => show(false), isUp: () => isUp }
}

/** Belongs to no site and may load nothing. */
function emptyPage(colour: string): string {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`
  return `data:text/html,${encodeURIComponent(`${policy}<body bgcolor="${colour}">`)}`
}
