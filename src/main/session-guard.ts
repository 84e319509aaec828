import type { Session } from 'electron'
import { APP_SCHEME, PAGE_SCHEME } from '#main/content-policy'
import { NO_PROXY } from '#main/process-guard'
import type { RefusedRequests } from '#main/refused-requests'
import { sourceOfFrame } from '#main/refused-source'

export type SessionGuardOptions = Readonly<{
  refused: RefusedRequests
  /** Address of the development server, when there is one. */
  devUrl: string | undefined
  allowDevTools: boolean
}>

/**
 * Makes the function that closes a session: nothing is requested but the program's own schemes, nothing permitted, nothing downloaded.
 * A session is closed once, at its making; whoever asks again waits for the same.
 */
export function createSessionGuard(options: SessionGuardOptions): (session: Session) => Promise<void> {
  const guarded = new WeakMap<Session, Promise<void>>()
  return (session) => {
    const done = guarded.get(session) ?? guardSession(session, options)
    guarded.set(session, done)
    return done
  }
}

async function guardSession(session: Session, { refused, devUrl, allowDevTools }: SessionGuardOptions): Promise<void> {
  const isAllowed = createRequestFilter(devUrl, allowDevTools)
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isAllowed(details.url)
    if (!allowed) refused.note('request', details.url, sourceOfFrame(details.frame))
    answer({ cancel: !allowed })
  })
  session.on('will-download', (event, item) => {
    event.preventDefault()
    refused.note('download', item.getURL(), { kind: 'window' })
  })
  refusePermissions(session, refused)
  refuseDevices(session)
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerDictionaryDownloadURL(`${APP_SCHEME}://none/`)
  // Nothing is ever encrypted on the way here: whoever answers is not whom they say.
  session.setCertificateVerifyProc((_request, answer) => answer(CERTIFICATE_REFUSED))
  if (devUrl === undefined) await session.setProxy(NO_PROXY)
}

/** What Chromium calls a certificate that failed. */
const CERTIFICATE_REFUSED = -2

function refusePermissions(session: Session, refused: RefusedRequests): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) => {
    refused.note('permission', permission, sourceOfFrame({ url: requestingUrl, parent: null }))
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.on('file-system-access-restricted', (_event, _details, answer) => answer('deny'))
}

function refuseDevices(session: Session): void {
  session.setDevicePermissionHandler(() => false)
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
  session.on('select-hid-device', (event, _details, answer) => {
    event.preventDefault()
    answer()
  })
  session.on('select-usb-device', (event, _details, answer) => {
    event.preventDefault()
    answer()
  })
  session.on('select-serial-port', (event, _ports, _contents, answer) => {
    event.preventDefault()
    answer('')
  })
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
