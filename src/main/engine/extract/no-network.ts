// biome-ignore-all lint/style/noRestrictedImports: the modules are named here to be switched off.
import childProcess from 'node:child_process'
import cluster from 'node:cluster'
import dgram from 'node:dgram'
import dns from 'node:dns'
import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import inspector from 'node:inspector'
import inspectorPromises from 'node:inspector/promises'
import module, { createRequire, syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'
import threads from 'node:worker_threads'

/** What the program must never want. */
class NetworkRefused extends Error {
  constructor(way: string) {
    super(`Sanad has no network: ${way} is switched off`)
    this.name = 'NetworkRefused'
  }
}

/**
 * What this process needs beside reading files. `threads`: it starts the engine's threads. `processes`: it starts the processes that
 * read documents with Node's own means, as the command line does. `nothing`: neither, nor native code; it reads documents.
 */
export type NetworkNeeds = 'threads' | 'processes' | 'nothing'

/** Told of each attempt that was refused, by the name of the way. */
export type OnRefused = (way: string) => void

const MODULES: readonly (readonly [object, string, readonly string[]])[] = [
  [net, 'net', ['connect', 'createConnection', 'createServer', '_createServerHandle']],
  [net.Socket.prototype, 'Socket', ['connect']],
  [net.Server.prototype, 'Server', ['listen', '_listen2']],
  [tls, 'tls', ['connect', 'createServer', 'createSecureContext']],
  [dgram, 'dgram', ['createSocket', '_createSocketHandle']],
  [dgram.Socket.prototype, 'dgram.Socket', ['bind', 'connect', 'send']],
  [http, 'http', ['request', 'get', 'createServer']],
  [https, 'https', ['request', 'get', 'createServer']],
  [http2, 'http2', ['connect', 'createServer', 'createSecureServer']],
  [dns, 'dns', functionsOf(dns)],
  [dns.promises, 'dns.promises', functionsOf(dns.promises)],
  [dns.Resolver.prototype, 'dns.Resolver', functionsOf(dns.Resolver.prototype)],
  [dns.promises.Resolver.prototype, 'dns.promises.Resolver', functionsOf(dns.promises.Resolver.prototype)],
  // An inspector listens on a port, and whoever connects to it may run anything here.
  [inspector, 'inspector', ['open']],
  [inspectorPromises, 'inspector', ['open']],
  [process, 'process', ['_debugProcess', 'execve']],
  // What `net` is made of, handed out raw.
  [process, 'process', ['binding']],
  // Its hooks run in a thread that has all of this again.
  [module, 'module', ['register']],
  [globalThis, 'globalThis', ['fetch', 'WebSocket', 'EventSource']]
]

/** Another program, or this one with other options, has a network again. */
const PROGRAMS = ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync'] as const

/** Prototypes of dns hold inherited names that every object has; they are no ways out. */
function functionsOf(owner: object): readonly string[] {
  return [...new Set([...Object.getOwnPropertyNames(owner), ...Object.keys(Object.getPrototypeOf(owner) ?? {})])].filter(
    (name) => name !== 'constructor' && typeof Reflect.get(owner, name) === 'function'
  )
}

/**
 * Makes every way of Node to a network throw in this process or thread, for good: modules, sockets, names, the global `fetch`, the
 * inspector, and what would lead around all that: raw bindings, other programs, threads that start with their own Node. A parser that
 * was talked into running something has to get past this, with no name resolution and no window to load anything in.
 */
export function disableNetwork(needs: NetworkNeeds, onRefused: OnRefused = () => undefined): void {
  const close = (owner: object, keys: readonly string[], name: string): void => {
    for (const key of keys) if (typeof Reflect.get(owner, key) === 'function') replace(owner, key, `${name}.${key}`, onRefused)
  }
  // First: it is made of raw bindings, which are refused from then on.
  closeElectronOfUtility(close)
  for (const [owner, name, keys] of MODULES) close(owner, keys, name)
  close(childProcess, PROGRAMS, 'child_process')
  if (needs !== 'processes') {
    close(childProcess, ['fork'], 'child_process')
    close(cluster, ['fork'], 'cluster')
  }
  if (needs === 'nothing') {
    close(threads, ['Worker'], 'worker_threads')
    close(process, ['dlopen', '_linkedBinding'], 'process')
  } else replace(threads, 'Worker', 'worker_threads.Worker', onRefused, programThreads())
  ignoreDebugSignal()
  syncBuiltinESMExports()
}

/** Threads of a file of the program only: those begin with closing their own network. Code handed over as text does not. */
function programThreads(): (onRefused: OnRefused) => unknown {
  const Original = threads.Worker
  return (onRefused) =>
    class Worker extends Original {
      constructor(...[file, options]: ConstructorParameters<typeof Original>) {
        const isFile = file instanceof URL ? file.protocol === 'file:' : !/^data:/i.test(file)
        if (!isFile || options?.eval === true) throw refuse('worker_threads.Worker with code', onRefused)
        super(file, options)
      }
    }
}

/** In a utility process Electron hands out Chromium's network to whoever asks for it. */
function closeElectronOfUtility(close: (owner: object, keys: readonly string[], name: string) => void): void {
  if (Reflect.get(process, 'type') !== 'utility') return
  const { net: electronNet }: { net: object } = createRequire(import.meta.url)('electron')
  close(electronNet, ['request', 'fetch', 'resolveHost'], 'electron.net')
}

/** Node opens its inspector when it gets this signal and nobody listens for it. */
function ignoreDebugSignal(): void {
  if (threads.isMainThread && process.platform !== 'win32') process.on('SIGUSR1', () => undefined)
}

function refuse(way: string, onRefused: OnRefused): NetworkRefused {
  onRefused(way)
  return new NetworkRefused(way)
}

function replace(owner: object, key: string, name: string, onRefused: OnRefused, make?: (onRefused: OnRefused) => unknown): void {
  Object.defineProperty(owner, key, {
    configurable: false,
    enumerable: true,
    writable: false,
    value:
      make?.(onRefused) ??
      function refused() {
        throw refuse(name, onRefused)
      }
  })
}
