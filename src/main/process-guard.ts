import type { App } from 'electron'

/** Parts of Chromium that would look things up, listen or ask a service on their own account. */
const FEATURES_OFF = [
  'NetworkTimeServiceQuerying',
  'DnsOverHttps',
  'AsyncDns',
  'DnsHttpssvc',
  'MediaRouter',
  'DialMediaRouteProvider',
  'CastMediaRouteProvider',
  'OptimizationHints',
  'OptimizationGuideModelDownloading',
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'Prerender2',
  'PreconnectToSearch',
  'SpeculativeServiceWorkerStartup',
  'Reporting',
  'NetworkErrorLogging',
  'WinrtGeolocationImplementation',
  // Both tell the desktop of a recording that plays: its length, its place, on the lock screen and, by way of KDE Connect, on telephones; and take
  // its keys for playing, which would start a testimony behind a cover.
  'MediaSessionService',
  'HardwareMediaKeyHandling',
  'SpareRendererForSitePerProcess'
]

/**
 * Chromium switches that close every way to a network below the level of pages. Each was measured: see docs/decisions.
 * Call before the application is ready. With a development server its host stays reachable, on loopback only.
 */
export function guardProcess(app: App, devUrl: string | undefined): void {
  const exceptions = devUrl === undefined ? '' : ', EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]'
  const switches: Readonly<Record<string, string | undefined>> = {
    // No name and no literal address leads anywhere: also what pages can not be seen doing, such as dns-prefetch.
    'host-resolver-rules': `MAP * ~NOTFOUND${exceptions}`,
    'dns-prefetch-disable': undefined,
    'no-pings': undefined,
    'disable-quic': undefined,
    // WebRTC would otherwise speak UDP past the request filter.
    'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
    'webrtc-ip-handling-policy': 'disable_non_proxied_udp',
    // What a browser does on its own account.
    'disable-background-networking': undefined,
    'disable-component-update': undefined,
    'disable-domain-reliability': undefined,
    'disable-breakpad': undefined,
    'disable-crash-reporter': undefined,
    'disable-sync': undefined,
    'disable-client-side-phishing-detection': undefined,
    'disable-default-apps': undefined,
    'disable-extensions': undefined,
    'disable-print-preview': undefined,
    'disable-speech-api': undefined,
    'disable-field-trial-config': undefined,
    'disable-features': [app.commandLine.getSwitchValue('disable-features'), ...FEATURES_OFF].filter(Boolean).join(','),
    'metrics-recording-only': undefined,
    // A dialog of the desktop's portal is another program's, whose notes nobody here holds back; without one it is GTK's own (see desktop-recents).
    'xdg-portal-required-version': '1000',
    'no-first-run': undefined,
    // Before a session is told of its proxy it would ask the system for one, and fetch a script that says which (PAC).
    ...(devUrl === undefined ? { 'proxy-server': NO_PROXY.proxyRules, 'proxy-bypass-list': NO_PROXY.proxyBypassRules } : {})
  }
  for (const [name, value] of Object.entries(switches)) {
    if (value === undefined) app.commandLine.appendSwitch(name)
    else app.commandLine.appendSwitch(name, value)
  }
  if (isSandboxed(app)) app.enableSandbox()
}

/**
 * What is asked for outside any session: it goes to the same proxy that can not exist, and names are never asked of a server over
 * HTTPS. Certificates and passwords of a server are never accepted or given. Call once the application is ready.
 */
export async function guardProgram(app: App, devUrl: string | undefined): Promise<void> {
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
  app.on('select-client-certificate', (event, _contents, _url, _certificates, answer) => {
    event.preventDefault()
    answer()
  })
  app.on('login', (event, _contents, _details, _auth, answer) => {
    event.preventDefault()
    answer()
  })
  app.configureHostResolver({ enableBuiltInResolver: false, secureDnsMode: 'off' })
  if (devUrl === undefined) await app.setProxy(NO_PROXY)
}

/** A proxy that can not exist: a connection that no filter sees (WebTransport, TURN, preconnect) ends here. */
export const NO_PROXY = { mode: 'fixed_servers', proxyRules: 'http://0.0.0.0:0', proxyBypassRules: '<-loopback>' } as const

/** False when Chromium was started without its sandbox: it refuses to start as root with one. Sanad never switches it off itself. */
export function isSandboxed(app: App): boolean {
  return !app.commandLine.hasSwitch('no-sandbox')
}
