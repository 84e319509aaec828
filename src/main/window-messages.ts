import type { IpcMain } from 'electron'
import { isEventName } from '#main/event-hub'
import type { Dispatch } from '#main/ipc/dispatch'
import type { Sender } from '#main/ipc/sender'
import type { EventName } from '#shared/contract'

export type WindowMessages = Readonly<{
  dispatch: Dispatch
  isOwnPage: (event: Sender) => boolean
  /** What the preload read of dropped files; not checked yet. */
  onDropped: (paths: unknown) => void
  /** The page can hear this event from now on. */
  onListening: (name: EventName) => void
}>

/** Puts the three things the window may send in their places; whatever comes from another frame is dropped. */
export function receiveMessages(ipcMain: IpcMain, { dispatch, isOwnPage, onDropped, onListening }: WindowMessages): void {
  ipcMain.handle('sanad:invoke', (event, name: unknown, input: unknown) => dispatch(event, name, input))
  ipcMain.on('sanad:dropped', (event, paths: unknown) => {
    if (isOwnPage(event)) onDropped(paths)
  })
  ipcMain.on('sanad:listening', (event, name: unknown) => {
    if (isOwnPage(event) && isEventName(name)) onListening(name)
  })
}
