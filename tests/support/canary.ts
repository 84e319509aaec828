/**
 * Listeners that count whoever comes: HTTP, TLS, names over UDP and TCP, and any datagram. The end-to-end journeys run beside one of
 * them and must end with nothing heard. On loopback, or in a network namespace of its own on every address there is.
 */
import { createSocket, type Socket } from 'node:dgram'
import { type AddressInfo, createServer, type Server, type Socket as TcpSocket } from 'node:net'

export const HEARD_KINDS = ['http', 'tls', 'tcp', 'dns', 'udp'] as const
export type HeardKind = (typeof HEARD_KINDS)[number]

export type Canary = Readonly<{
  /** Ports that take whatever comes: HTTP and TLS by their first bytes; names; datagrams. */
  ports: Readonly<{ tcp: number; dns: number; udp: number }>
  /** What came, in order, with the first of its words. */
  heard: () => readonly string[]
  count: (kind: HeardKind) => number
  forget: () => void
  close: () => Promise<void>
}>

/** The usual ports of web, names, time, discovery and calls, which are listened to where every address leads here. */
const USUAL_TCP = [53, 80, 443, 853, 8080, 8443]
const USUAL_UDP = [53, 80, 123, 443, 1900, 3478, 5353]

/** Starts one on free ports of loopback; with `everywhere` also on the usual ports of every address. */
export async function startCanary({ everywhere = false } = {}): Promise<Canary> {
  const heard: { kind: HeardKind; words: string }[] = []
  const note = (kind: HeardKind, words: string): void => void heard.push({ kind, words })
  const servers: (Server | Socket)[] = []
  const tcp = async (port: number, host: string): Promise<number> => {
    const server = createServer((socket) => hear(socket, port, note))
    servers.push(server)
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
    return (server.address() as AddressInfo).port
  }
  const udp = async (port: number, host: string, isDns: boolean): Promise<number> => {
    const socket = createSocket('udp4')
    servers.push(socket)
    socket.on('message', (bytes, from) => {
      note(isDns ? 'dns' : 'udp', isDns ? nameIn(bytes) : `${bytes.length} bytes to port ${port}`)
      if (isDns) socket.send(answerTo(bytes), from.port, from.address)
    })
    await new Promise<void>((resolve, reject) => socket.once('error', reject).bind(port, host, resolve))
    return socket.address().port
  }
  const ports = {
    tcp: await tcp(0, '127.0.0.1'),
    dns: await udp(0, '127.0.0.1', true),
    udp: await udp(0, '127.0.0.1', false)
  }
  if (everywhere) {
    await Promise.all(USUAL_TCP.map((port) => tcp(port, '0.0.0.0')))
    await Promise.all(USUAL_UDP.map((port) => udp(port, '0.0.0.0', port === 53 || port === 5353)))
  }
  return {
    ports,
    heard: () => heard.map(({ kind, words }) => `${kind}: ${words}`),
    count: (kind) => heard.filter((one) => one.kind === kind).length,
    forget: () => void heard.splice(0),
    close: async () => {
      await Promise.all(servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))))
    }
  }
}

/** One connection: what it is shows in its first bytes; one that says nothing counts as well. */
function hear(socket: TcpSocket, port: number, note: (kind: HeardKind, words: string) => void): void {
  let isNoted = false
  const once = (kind: HeardKind, words: string): void => {
    if (!isNoted) note(kind, words)
    isNoted = true
    socket.destroy()
  }
  socket.on('error', () => socket.destroy())
  socket.on('close', () => once('tcp', `port ${port}`))
  socket.setTimeout(500, () => once('tcp', `port ${port}`))
  socket.on('data', (bytes) => {
    if (bytes[0] === 0x16) once('tls', `port ${port}`)
    else if (/^[A-Z]{3,8} /.test(bytes.toString('latin1', 0, 9)))
      once('http', bytes.toString('latin1', 0, 100).split('\r')[0] ?? '')
    else once(port === 53 || port === 853 ? 'dns' : 'tcp', `port ${port}`)
  })
}

/** The name that a question asks for. */
function nameIn(question: Uint8Array): string {
  const labels: string[] = []
  for (let at = 12; at < question.length && question[at] !== 0 && labels.length < 20; at += (question[at] ?? 0) + 1)
    labels.push(Buffer.from(question.subarray(at + 1, at + 1 + (question[at] ?? 0))).toString('latin1'))
  return labels.join('.')
}

/** Says that every name is at 198.51.100.7, an address that belongs to nobody, so that whoever asked goes on and is heard again. */
function answerTo(question: Uint8Array): Uint8Array {
  const head = Buffer.from(question.subarray(0, 12))
  if (head.length < 12) return head
  head.writeUInt16BE(0x8180, 2)
  head.writeUInt16BE(1, 6)
  head.writeUInt32BE(0, 8)
  let end = 12
  while (end < question.length && question[end] !== 0) end += (question[end] ?? 0) + 1
  const answer = Buffer.from([0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 198, 51, 100, 7])
  return Buffer.concat([head, question.subarray(12, end + 5), answer])
}
