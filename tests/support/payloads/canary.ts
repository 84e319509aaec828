/** Listens on loopback for whatever a payload reaches, and says which payload it was. */
import { createSocket } from 'node:dgram'
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net'
import type { Mark, Payload } from '#tests/support/payloads/payload'

/** Payloads that need a listener of their own: more than there are. */
const OWN_LISTENERS = 12

export type Canary = Readonly<{
  /** The bytes of each payload, with its mark. */
  files: readonly Buffer[]
  /** Address of a payload as a page of its own on this machine. Asking for it is not counted. */
  pageOf: (number: number) => string
  /** Serves a page that holds others. */
  hostPage: (html: string) => string
  /** Numbers of the payloads that reached a listener, and how many connections came that name none. */
  reached: () => ReadonlySet<number>
  /** Connections of any kind to any listener that payloads know of. */
  connections: () => number
  /** Payloads whose own host name stands in a log of the network. */
  namedIn: (netLog: string) => number[]
  close: () => Promise<void>
}>

const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/** What an address is answered with, by its ending. */
const ANSWERS: Readonly<Record<string, readonly [type: string, body: string | Buffer]>> = {
  js: ['text/javascript', 'console.log(1)'],
  css: ['text/css', 'a{}'],
  html: ['text/html', 'x'],
  svg: ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  png: ['image/gif', PIXEL],
  mp4: ['video/mp4', ''],
  woff2: ['font/woff2', '']
}

/** Starts the listeners and gives every payload its mark, by its place in the list. */
export async function startCanary(payloads: readonly Payload[]): Promise<Canary> {
  const hits = new Set<number>()
  let connections = 0
  const canary = createHttpServer((request, response) => {
    const number = /^\/(?:n|s)\/(\d+)/.exec(request.url ?? '')?.[1]
    if (number !== undefined) hits.add(Number(number))
    respond(request, response)
  })
  canary.on('connection', () => connections++)
  const owned = await ownListeners((number) => {
    connections++
    if (number !== undefined) hits.add(number)
  })
  await listening(canary)
  const host = `127.0.0.1:${portOf(canary)}`
  const marks = payloads.map((_, number): Mark => {
    const js = `(console.log(\`ran-${number}\`),fetch(\`http://${host}/s/${number}\`,{mode:\`no-cors\`}))`
    const own = { tcp: () => owned.tcp(number), udp: () => owned.udp(number) }
    return { number, js, url: `http://${host}/n/${number}`, host, ...own, hostName: hostNameOf(number) }
  })
  const files = payloads.map((payload, number) => payload.bytes(marks[number] as Mark))
  let hostHtml = ''
  const pages = createHttpServer((request, response) => {
    const number = Number(/^\/p\/(\d+)/.exec(request.url ?? '')?.[1] ?? -1)
    const file = files[number]
    const type = file ? payloads[number]?.mediaType : 'text/html; charset=utf-8'
    response.writeHead(200, { 'content-type': type, connection: 'close' }).end(request.url === '/' ? hostHtml : (file ?? ''))
  })
  await listening(pages)
  return {
    files,
    pageOf: (number) => `http://127.0.0.1:${portOf(pages)}/p/${number}`,
    hostPage: (html) => {
      hostHtml = html
      return `http://127.0.0.1:${portOf(pages)}/`
    },
    reached: () => hits,
    connections: () => connections,
    namedIn: (netLog) => payloads.flatMap((_, number) => (netLog.includes(hostNameOf(number)) ? [number] : [])),
    close: async () => {
      owned.close()
      for (const server of [canary, pages]) server.closeAllConnections()
      await Promise.all([canary, pages].map((server) => new Promise((resolve) => server.close(resolve))))
    }
  }
}

const hostNameOf = (number: number): string => `p${number}.canary.test`

function respond(request: IncomingMessage, response: ServerResponse): void {
  const ending = /\.(\w+)(?:[?#]|$)/.exec(request.url ?? '')?.[1] ?? ''
  const [type, body] = ANSWERS[ending] ?? ['text/plain', 'x']
  request.resume()
  response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*', connection: 'close' }).end(body)
}

/** Listeners that are each lent to one payload. */
async function ownListeners(heard: (number: number | undefined) => void) {
  const owner = new Map<object, number>()
  const tcp: Server[] = []
  const udp: ReturnType<typeof createSocket>[] = []
  for (let made = 0; made < OWN_LISTENERS; made++) {
    const server = createTcpServer((socket) => {
      heard(owner.get(server))
      socket.on('error', () => undefined)
      socket.destroy()
    })
    await listening(server)
    tcp.push(server)
    const socket = createSocket('udp4', () => heard(owner.get(socket)))
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
    udp.push(socket)
  }
  const lend = <T extends object>(free: readonly T[], number: number): T => {
    const next = free.find((one) => !owner.has(one))
    if (!next) throw new Error('more payloads want a listener of their own than there are')
    owner.set(next, number)
    return next
  }
  return {
    tcp: (number: number) => `127.0.0.1:${portOf(lend(tcp, number))}`,
    udp: (number: number) => `127.0.0.1:${lend(udp, number).address().port}`,
    close: () => {
      for (const server of tcp) server.close()
      for (const socket of udp) socket.close()
    }
  }
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}
