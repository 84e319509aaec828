import { readFileSync } from 'node:fs'

/** Kinds of entries by which Chromium's network code says that it asked for a name, or opened a socket to somewhere. */
const OUTWARD =
  /^(?:HOST_RESOLVER|DNS_TRANSACTION|TCP_CONNECT|UDP_CONNECT|UDP_BYTES|UDP_LOCAL|UDP_MULTICAST|MDNS|SSL_CONNECT|SOCKET_(?!POOL)|TRANSPORT_CONNECT|CONNECT_JOB|TCP_CLIENT_SOCKET|QUIC_SESSION(?!_POOL_CLOSE)|WEBSOCKET|PAC_|WPAD|HTTP_STREAM_(?:REQUEST|JOB))/

type Entry = Readonly<{ type: number; params?: unknown }>

export type NetLog = Readonly<{
  /** How many entries there are: an empty log shows nothing. */
  entries: number
  /** What went outwards: the kind of entry and its details. */
  outward: readonly string[]
}>

/** Reads what a program started with `--log-net-log=<file>` wrote, also when it was cut off at the end. */
export function readNetLog(file: string): NetLog {
  const text = readFileSync(file, 'utf8')
  const { constants, events }: { constants: { logEventTypes: Record<string, number> }; events: Entry[] } = parse(text)
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, id]) => [id, name]))
  const outward = events
    .map(({ type, params }) => ({ name: names.get(type) ?? '', params }))
    .filter(({ name }) => OUTWARD.test(name))
    .map(({ name, params }) => `${name} ${JSON.stringify(params ?? {}).slice(0, 300)}`)
  return { entries: events.length, outward }
}

function parse(text: string): { constants: { logEventTypes: Record<string, number> }; events: Entry[] } {
  try {
    return JSON.parse(text)
  } catch {
    // The program ended before it could close the list.
    return JSON.parse(`${text.trimEnd().replace(/,$/, '')}]}`)
  }
}
