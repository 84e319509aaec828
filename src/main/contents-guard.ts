import type { WebContents, WebFrameMain } from 'electron'
import { PAGE_SCHEME } from '#main/content-policy'
import type { RefusedRequests } from '#main/refused-requests'

/**
 * Holds every page where it is: no window opens, nothing navigates, no webview is attached. The one exception is the program's own page
 * pointing its frame at a document. A link that leads elsewhere is noted as refused and the document stays standing.
 */
export function guardContents(contents: WebContents, refused: RefusedRequests): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(({ url }) => {
    noteOutward(url, refused)
    return { action: 'deny' }
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    if (isOwnFrameChange(event, contents)) return
    event.preventDefault()
    noteOutward(event.url, refused)
  })
}

type FrameNavigation = Readonly<{ url: string; isMainFrame: boolean; initiator?: WebFrameMain | null | undefined }>

function isOwnFrameChange(navigation: FrameNavigation, contents: WebContents): boolean {
  if (navigation.isMainFrame || !navigation.url.startsWith(`${PAGE_SCHEME}://`)) return false
  return navigation.initiator !== null && navigation.initiator !== undefined && navigation.initiator === contents.mainFrame
}

function noteOutward(address: string, refused: RefusedRequests): void {
  if (!address.startsWith(`${PAGE_SCHEME}:`)) refused.note(address)
}
