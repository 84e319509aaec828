import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { describe, expect, it } from 'vitest'
import { guardProcess, guardProgram } from '#main/process-guard'

/** Just what the guard looks at of Electron's own object, which exists only inside Electron. */
function appWith(given: Readonly<Record<string, string>> = {}) {
  const switches = new Map(Object.entries(given))
  const set: { proxy?: unknown; resolver?: unknown; sandboxed: boolean } = { sandboxed: false }
  const app = Object.assign(new EventEmitter(), {
    commandLine: {
      appendSwitch: (name: string, value = '') => switches.set(name, value),
      getSwitchValue: (name: string) => switches.get(name) ?? '',
      hasSwitch: (name: string) => switches.has(name)
    },
    enableSandbox: () => {
      set.sandboxed = true
    },
    setProxy: (proxy: unknown) => {
      set.proxy = proxy
      return Promise.resolve()
    },
    configureHostResolver: (resolver: unknown) => {
      set.resolver = resolver
    }
  })
  return { app: app as unknown as App, emitter: app as EventEmitter, switches, set }
}

describe('the switches for Chromium', () => {
  it('let no name and no address lead anywhere, and name a proxy that can not exist before any session has one', () => {
    const { app, switches, set } = appWith()
    guardProcess(app, undefined)
    expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
    expect(switches.get('proxy-server')).toBe('http://0.0.0.0:0')
    expect(switches.get('proxy-bypass-list')).toBe('<-loopback>')
    expect(set.sandboxed).toBe(true)
  })

  it.each([
    ['spelling and other components', 'disable-component-update'],
    ['reports of faults', 'disable-breakpad'],
    ['reports of servers', 'disable-domain-reliability'],
    ['background traffic and experiments', 'disable-background-networking'],
    ['names ahead of use', 'dns-prefetch-disable'],
    ['reports of clicks', 'no-pings'],
    ['speech services', 'disable-speech-api'],
    ['print preview', 'disable-print-preview']
  ])('switch off %s', (_what, name) => {
    const { app, switches } = appWith()
    guardProcess(app, undefined)
    expect(switches.has(name)).toBe(true)
  })

  it('switch off features besides those that were off already', () => {
    const { app, switches } = appWith({ 'disable-features': 'Another' })
    guardProcess(app, undefined)
    const off = switches.get('disable-features')?.split(',')
    expect(off).toEqual(expect.arrayContaining(['Another', 'MediaRouter', 'DnsOverHttps', 'NetworkTimeServiceQuerying']))
    // What plays is no business of the desktop's.
    expect(off).toEqual(expect.arrayContaining(['MediaSessionService', 'HardwareMediaKeyHandling']))
  })

  it('leave the development server reachable, and nothing else', () => {
    const { app, switches } = appWith()
    guardProcess(app, 'http://localhost:5173')
    expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]')
    expect(switches.has('proxy-server')).toBe(false)
  })
})

describe('what is asked outside any session', () => {
  it('goes to no server for names, and to the same proxy', async () => {
    const { app, set } = appWith()
    await guardProgram(app, undefined)
    expect(set.resolver).toEqual({ enableBuiltInResolver: false, secureDnsMode: 'off' })
    expect(set.proxy).toMatchObject({ mode: 'fixed_servers', proxyRules: 'http://0.0.0.0:0' })
  })

  it('accepts no certificate, and gives none and no password', async () => {
    const { app, emitter } = appWith()
    await guardProgram(app, undefined)
    const answers: unknown[] = []
    let held = 0
    const event = { preventDefault: () => held++ }
    emitter.emit('certificate-error', event, null, 'https://x/', 'error', null, (trusted: boolean) => answers.push(trusted))
    emitter.emit('select-client-certificate', event, null, 'https://x/', [{}], (...given: unknown[]) =>
      answers.push(given.length)
    )
    emitter.emit('login', event, null, {}, {}, (...given: unknown[]) => answers.push(given.length))
    expect([answers, held]).toEqual([[false, 0, 0], 3])
  })
})
