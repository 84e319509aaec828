import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron'

/** What is looked at of the frame a message came from. */
export type Sender = Pick<IpcMainEvent | IpcMainInvokeEvent, 'sender' | 'senderFrame'>

/**
 * Tells whether a message came from the program's own page: the main frame, of the window that is open, at the one origin.
 * A document's frame, a page of another origin and a frame that is gone are all strangers.
 */
export function isOwnPage(event: Sender, contents: WebContents | undefined, origin: string): boolean {
  const frame = event.senderFrame
  return (
    contents !== undefined &&
    event.sender === contents &&
    frame !== null &&
    frame === contents.mainFrame &&
    originOf(frame.url) === origin
  )
}

/** Scheme and host of an address; `URL.origin` is `null` for schemes of one's own. */
function originOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  return `${url.protocol}//${url.host}`
}
