// biome-ignore-all lint/style/noRestrictedImports: the ways are named here to be switched off.
import { app, autoUpdater, crashReporter, net, shell } from 'electron'

/** Electron's own ways out of the main process: its client for the network, other programs, updates, and sending crashes home. */
const WAYS: readonly (readonly [object, string, readonly string[]])[] = [
  [net, 'electron.net', ['request', 'fetch', 'resolveHost']],
  [shell, 'shell', ['openExternal', 'openPath']],
  [autoUpdater, 'autoUpdater', ['setFeedURL', 'checkForUpdates', 'quitAndInstall']],
  [crashReporter, 'crashReporter', ['start']],
  [app, 'app', ['setAsDefaultProtocolClient']]
]

class WayRefused extends Error {
  constructor(way: string) {
    super(`Sanad has no network: ${way} is switched off`)
    this.name = 'NetworkRefused'
  }
}

/** Makes these throw for good in the main process. `onRefused` is told the name of the way. */
export function closeElectron(onRefused: (way: string) => void): void {
  for (const [owner, name, keys] of [...WAYS, ...rawBinding()]) {
    for (const key of keys) {
      if (typeof Reflect.get(owner, key) !== 'function') continue
      const value = (): never => {
        onRefused(`${name}.${key}`)
        throw new WayRefused(`${name}.${key}`)
      }
      Object.defineProperty(owner, key, { configurable: false, enumerable: true, writable: false, value })
    }
  }
}

/** What `electron.net` is made of, which any code in the main process can ask for. */
function rawBinding(): typeof WAYS {
  const linked: unknown = Reflect.get(process, '_linkedBinding')
  if (typeof linked !== 'function') return []
  const binding: unknown = Reflect.apply(linked, process, ['electron_common_net'])
  return typeof binding === 'object' && binding !== null
    ? [[binding, 'electron_common_net', ['createURLLoader', 'resolveHost']]]
    : []
}
