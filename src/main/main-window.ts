import type { BrowserWindow } from 'electron'
import type { EventHub } from '#main/event-hub'
import { type FaultParts, watchWindow } from '#main/faults'
import { createWindow, type WindowParts } from '#main/window'
import { forwardEvents } from '#main/window-events'
import { enMain } from '#shared/i18n/en-main'

export type MainWindowParts = WindowParts &
  Readonly<{
    events: EventHub
    fault: FaultParts
    /** Address of the program's page. */
    address: string
    /** The page begins to load, for the first time or again. */
    onLoading: () => void
  }>

/** Opens the window on its page: it hears the contract's events, is named after the archive, and is loaded again should it crash. */
export function openMainWindow({ events, fault, address, onLoading, ...parts }: MainWindowParts): BrowserWindow {
  const window = createWindow(parts)
  const { webContents } = window
  const load = async (): Promise<void> => {
    onLoading()
    await window.loadURL(address)
  }
  forwardEvents(events, webContents)
  const stopNaming = events.on('archive.changed', ({ open }) =>
    window.setTitle(open === null ? enMain.appName : enMain.windowTitle(open.name))
  )
  window.once('closed', stopNaming)
  watchWindow(window, load, fault)
  load().catch((error: unknown) => fault.log.error('the page could not be loaded', error))
  return window
}

/** Brings a window to the front, out of the task bar if need be. */
export function bringForward(window: BrowserWindow | undefined): void {
  if (window === undefined) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
