import type { EventHub } from '#main/event-hub'

/** How many refused addresses are remembered; the count goes on. */
const REMEMBERED = 500
/** Characters kept of each address. */
const ADDRESS_LIMIT = 500

export type RefusedRequests = Readonly<{
  /** Notes a request that was refused, and tells the window the new count. */
  note: (address: string) => void
  /** The first addresses refused since the program started, oldest first. They are kept in memory only. */
  addresses: () => readonly string[]
  total: () => number
}>

/** Counts what Sanad refused to send to a network since the program started. */
export function createRefusedRequests(events: EventHub): RefusedRequests {
  const addresses: string[] = []
  let total = 0
  return {
    note: (address) => {
      total += 1
      if (addresses.length < REMEMBERED) addresses.push(address.slice(0, ADDRESS_LIMIT))
      events.emit('network.refused', { total })
    },
    addresses: () => addresses,
    total: () => total
  }
}
