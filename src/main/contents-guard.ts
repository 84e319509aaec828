import type { WebContents, WebFrameMain } from 'electron'
import { PAGE_SCHEME } from '#main/content-policy'
import type { RefusedRequests } from '#main/refused-requests'
import { sourceOfFrame } from '#main/refused-source'
import type { RefusedKind } from '#shared/model/refusals'

export type ContentsGuardOptions = Readonly<{ refused: RefusedRequests; allowDevTools: boolean }>

/**
 * Holds every page where it is: no window opens, nothing navigates, no webview is attached, no device is chosen. The one exception is
 * the program's own page pointing its frame at a document. A link that leads elsewhere is noted as refused and the document stays standing.
 */
export function guardContents(contents: WebContents, { refused, allowDevTools }: ContentsGuardOptions): void {
  const noteOutward = (kind: RefusedKind, address: string, frame: WebFrameMain | null | undefined): void => {
    if (!address.startsWith(`${PAGE_SCHEME}:`)) refused.note(kind, address, sourceOfFrame(frame))
  }
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(({ url }) => {
    noteOutward('window', url, undefined)
    return { action: 'deny' }
  })
  for (const name of ['will-attach-webview', 'will-redirect', 'will-navigate', 'content-bounds-updated'] as const)
    contents.on(name as 'will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    if (isOwnFrameChange(event, contents)) return
    event.preventDefault()
    noteOutward('navigation', event.url, event.initiator)
  })
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault()
    answer('')
  })
  if (!allowDevTools) contents.on('devtools-opened', () => contents.closeDevTools())
}

type FrameNavigation = Readonly<{ url: string; isMainFrame: boolean; initiator?: WebFrameMain | null | undefined }>

function isOwnFrameChange(navigation: FrameNavigation, contents: WebContents): boolean {
  if (navigation.isMainFrame || !navigation.url.startsWith(`${PAGE_SCHEME}://`)) return false
  return navigation.initiator !== null && navigation.initiator !== undefined && navigation.initiator === contents.mainFrame
}
