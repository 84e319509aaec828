/** Listeners on this machine's loopback that note whoever comes: HTTP, bare TCP and UDP. */
import { createSocket, type Socket } from 'node:dgram'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net'

export type Listeners = Readonly<{
  /** `127.0.0.1:port` of each. */
  http: string
  tcp: string
  udp: string
  /** What came, in order; empty when nothing did. */
  heard: readonly string[]
  close: () => Promise<void>
}>

/** Starts the three; close them when done. */
export async function startListeners(): Promise<Listeners> {
  const heard: string[] = []
  const http = createServer((request, response) => {
    heard.push(`http ${request.url ?? ''}`)
    response.end()
  })
  http.on('connection', () => heard.push('http connection'))
  const tcp = createTcpServer((socket) => {
    heard.push('tcp connection')
    socket.destroy()
  })
  const udp = createSocket('udp4')
  udp.on('message', () => heard.push('udp datagram'))
  await Promise.all([listening(http), listening(tcp), bound(udp)])
  return {
    http: addressOf(http.address()),
    tcp: addressOf(tcp.address()),
    udp: addressOf(udp.address()),
    heard,
    close: async () => {
      await Promise.all([closed(http), closed(tcp)])
      await new Promise<void>((resolve) => udp.close(() => resolve()))
    }
  }
}

function listening(server: Server | TcpServer): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
}

function bound(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.bind(0, '127.0.0.1', resolve))
}

function closed(server: Server | TcpServer): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}

function addressOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') throw new Error('a listener has no port')
  return `127.0.0.1:${address.port}`
}
