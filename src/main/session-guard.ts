import type { Session } from 'electron'
import { APP_SCHEME, PAGE_SCHEME } from '#main/content-policy'
import type { RefusedRequests } from '#main/refused-requests'

export type SessionGuardOptions = Readonly<{
  refused: RefusedRequests
  /** Address of the development server, when there is one. */
  devUrl: string | undefined
  allowDevTools: boolean
}>

/** Closes a session: nothing is requested but the program's own schemes, nothing permitted, nothing downloaded. */
export async function guardSession(session: Session, { refused, devUrl, allowDevTools }: SessionGuardOptions): Promise<void> {
  const isAllowed = createRequestFilter(devUrl, allowDevTools)
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isAllowed(details.url)
    if (!allowed) refused.note(details.url)
    answer({ cancel: !allowed })
  })
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
  // A proxy that can not exist: a connection that no filter sees (WebTransport, TURN, preconnect) ends here.
  if (devUrl === undefined) {
    await session.setProxy({ mode: 'fixed_servers', proxyRules: 'http://0.0.0.0:0', proxyBypassRules: '<-loopback>' })
  }
}

/** Decides by address alone whether a request may be made. Addresses that can not be read may not. */
export function createRequestFilter(devUrl: string | undefined, allowDevTools: boolean): (address: string) => boolean {
  const schemes = new Set([`${APP_SCHEME}:`, `${PAGE_SCHEME}:`, 'data:', ...(allowDevTools ? ['devtools:'] : [])])
  const devHost = devUrl === undefined ? undefined : new URL(devUrl).host
  return (address) => {
    if (!URL.canParse(address)) return false
    const url = new URL(address)
    return schemes.has(url.protocol) || (devHost !== undefined && url.host === devHost && /^(http|ws):$/.test(url.protocol))
  }
}
