// biome-ignore-all lint/style/noRestrictedImports: the modules are named here to be switched off.
import dgram from 'node:dgram'
import dns from 'node:dns'
import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'

/** What reading a document must never want. */
class NetworkRefused extends Error {
  constructor(what: string) {
    super(`Reading documents has no network: ${what} is switched off`)
    this.name = 'NetworkRefused'
  }
}

const REFUSED: readonly (readonly [object, string, readonly string[]])[] = [
  [net, 'net', ['connect', 'createConnection', 'createServer']],
  [tls, 'tls', ['connect', 'createServer', 'createSecureContext']],
  [dgram, 'dgram', ['createSocket']],
  [http, 'http', ['request', 'get', 'createServer']],
  [https, 'https', ['request', 'get', 'createServer']],
  [http2, 'http2', ['connect', 'createServer', 'createSecureServer']],
  [
    dns,
    'dns',
    [
      'Resolver',
      'lookup',
      'lookupService',
      'resolve',
      'resolve4',
      'resolve6',
      'resolveAny',
      'resolveTxt',
      'resolveMx',
      'resolveSrv',
      'resolveNs',
      'resolveCname',
      'resolvePtr',
      'reverse'
    ]
  ],
  [
    dns.promises,
    'dns.promises',
    [
      'Resolver',
      'lookup',
      'lookupService',
      'resolve',
      'resolve4',
      'resolve6',
      'resolveAny',
      'resolveTxt',
      'resolveMx',
      'resolveSrv',
      'resolveNs',
      'resolveCname',
      'resolvePtr',
      'reverse'
    ]
  ]
]

/**
 * Makes every way of Node to a network throw in this process, for good: modules, sockets and the global `fetch`. A parser that was
 * talked into running something has to get past this, with no name resolution and no window to load anything in.
 */
export function disableNetwork(): void {
  for (const [module, name, functions] of REFUSED) for (const key of functions) replace(module, key, `${name}.${key}`)
  replace(net.Socket.prototype, 'connect', 'Socket.connect')
  replace(net.Server.prototype, 'listen', 'Server.listen')
  for (const name of ['fetch', 'WebSocket', 'EventSource']) replace(globalThis, name, name)
  syncBuiltinESMExports()
}

function replace(owner: object, key: string, name: string): void {
  Object.defineProperty(owner, key, {
    configurable: false,
    enumerable: true,
    writable: false,
    value: () => {
      throw new NetworkRefused(name)
    }
  })
}
