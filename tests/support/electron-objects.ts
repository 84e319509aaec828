/** Stand-ins for Electron's own objects, which exist only inside Electron; just what the code under test looks at. */
import { EventEmitter } from 'node:events'
import type { WebContents, WebFrameMain } from 'electron'

/** A page at this address, and its main frame. */
export function contentsAt(url: string): { contents: WebContents; mainFrame: WebFrameMain } {
  const mainFrame = { url } as WebFrameMain
  const contents = Object.assign(new EventEmitter(), {
    mainFrame,
    setWebRTCIPHandlingPolicy: () => undefined,
    windowOpenHandler: undefined,
    setWindowOpenHandler(this: { windowOpenHandler: unknown }, handler: unknown) {
      this.windowOpenHandler = handler
    }
  })
  return { contents: contents as unknown as WebContents, mainFrame }
}
