import type { App } from 'electron'

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
    // WebRTC would otherwise speak UDP past the request filter.
    'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
    'webrtc-ip-handling-policy': 'disable_non_proxied_udp',
    // What a browser does on its own account.
    'disable-background-networking': undefined,
    'disable-component-update': undefined,
    'disable-domain-reliability': undefined,
    'disable-breakpad': undefined,
    'disable-sync': undefined,
    'no-first-run': undefined
  }
  for (const [name, value] of Object.entries(switches)) {
    if (value === undefined) app.commandLine.appendSwitch(name)
    else app.commandLine.appendSwitch(name, value)
  }
  if (isSandboxed(app)) app.enableSandbox()
}

/** False when Chromium was started without its sandbox: it refuses to start as root with one. Sanad never switches it off itself. */
export function isSandboxed(app: App): boolean {
  return !app.commandLine.hasSwitch('no-sandbox')
}
