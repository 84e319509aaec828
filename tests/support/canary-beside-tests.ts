/** Runs a canary beside all end-to-end journeys: before the first it shows that it hears, after the last it must have heard nothing. */
// biome-ignore-all lint/style/noDefaultExport: Playwright asks for it.
import { Resolver } from 'node:dns/promises'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import { type Canary, startCanary } from '#tests/support/canary'

/** Set by scripts/test.mjs when the tests run in a network namespace of their own, in which every address leads here. */
const everywhere = process.env.SANAD_TEST_NETWORK === 'empty'

export default async function besideTests(): Promise<() => Promise<void>> {
  const canary = await startCanary({ everywhere })
  await showThatItHears(canary)
  // The program is started with this as the system's proxy, which it must not heed (`launchSanad`).
  process.env.SANAD_TEST_PROXY = `http://127.0.0.1:${canary.ports.tcp}`
  const heardOfSanad: string[] = []
  const control = await listenForControls(canary, heardOfSanad)
  return async () => {
    const heard = [...heardOfSanad, ...canary.heard()]
    control.close()
    await canary.close()
    if (heard.length > 0) throw new Error(`The canary heard ${heard.length} attempts to reach a network:\n${heard.join('\n')}`)
    process.stdout.write(`The canary heard nothing${everywhere ? ', on any address' : ''}.\n`)
  }
}

/** Whoever runs an Electron without guards says so before (`pause`) and after (`resume`): see `besideCanary`. */
async function listenForControls(canary: Canary, heardOfSanad: string[]): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.on('data', (word) => {
      if (String(word) === 'pause') heardOfSanad.push(...canary.heard())
      canary.forget()
      socket.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env.SANAD_TEST_CANARY = String((server.address() as AddressInfo).port)
  return server
}

async function showThatItHears(canary: Canary): Promise<void> {
  const say = (port: number, host: string, words: string): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect(port, host, () => socket.write(words))
      socket.on('error', () => undefined)
      socket.on('close', () => resolve())
    })
  await say(canary.ports.tcp, '127.0.0.1', 'GET /hello HTTP/1.1\r\n\r\n')
  const resolver = new Resolver({ timeout: 2000, tries: 1 })
  resolver.setServers([everywhere ? '192.0.2.53' : `127.0.0.1:${canary.ports.dns}`])
  await resolver.resolve4('hello.example')
  if (everywhere) {
    await say(443, '198.51.100.7', '\x16hello')
    if (canary.count('tls') !== 1) throw new Error('the canary does not hear what goes to other machines')
  }
  if (canary.count('http') !== 1 || canary.count('dns') !== 1) throw new Error('the canary does not hear')
  canary.forget()
}
