import type { BrowserWindow, WebContents } from 'electron'
import type { EventHub } from '#main/event-hub'
import { type FaultParts, watchWindow } from '#main/faults'
import { type Blank, createBlank } from '#main/lock/blank'
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

export type MainWindow = Readonly<{
  window: BrowserWindow
  /** Hides the page at once. */
  blank: Blank
  /** Has a fresh page put in the place of the one that shows, by a step that ends its processes and loads anew. */
  replace: (step: (load: () => Promise<void>, page: WebContents) => Promise<void>) => Promise<void>
}>

/** Opens the window on its page: it hears the contract's events, is named after the archive, and is loaded again should it crash. */
export function openMainWindow({ events, fault, address, onLoading, ...parts }: MainWindowParts): MainWindow {
  const window = createWindow(parts)
  const { webContents } = window
  const load = async (): Promise<void> => {
    onLoading()
    await window.loadURL(address)
  }
  forwardEvents(events, webContents)
  nameWindow(window, events)
  let isReplacing = false
  watchWindow(window, { reload: load, isReplacing: () => isReplacing }, fault)
  load().catch((error: unknown) => fault.log.error('the page could not be loaded', error))
  const replace: MainWindow['replace'] = async (step) => {
    isReplacing = true
    try {
      await step(load, webContents)
    } catch (error) {
      // Whoever quits in that moment takes the page along, and its processes.
      if (!window.isDestroyed()) throw error
    } finally {
      isReplacing = false
    }
  }
  return { window, blank: createBlank(window, parts.session), replace }
}

/** Names the window after the archive that is open; after nothing but the program while it is locked or the window is covered. */
function nameWindow(window: BrowserWindow, events: EventHub): void {
  let name: string | undefined
  let isCovered = false
  const show = (): void => window.setTitle(name === undefined || isCovered ? enMain.appName : enMain.windowTitle(name))
  const stops = [
    events.on('archive.changed', ({ open }) => {
      name = open?.name
      show()
    }),
    events.on('window.covered', (covered) => {
      isCovered = covered
      show()
    })
  ]
  window.once('closed', () => {
    for (const stop of stops) stop()
  })
}

/** Brings a window to the front, out of the task bar if need be. */
export function bringForward(window: BrowserWindow | undefined): void {
  if (window === undefined) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
