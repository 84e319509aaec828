import { BroadcastChannel } from 'node:worker_threads'

const NAME = 'sanad-refusals'
const LONGEST = 60

/** For a thread: a function that tells the main thread which way to a network was refused here. It does not keep the thread alive. */
export function refusalsOfThread(): (way: string) => void {
  const channel = new BroadcastChannel(NAME)
  channel.unref()
  return (way) => channel.postMessage(way.slice(0, LONGEST))
}

/** For the main thread: hears what any thread of this process says by `refusalsOfThread`. */
export function hearRefusals(listener: (way: string) => void): void {
  const channel = new BroadcastChannel(NAME)
  channel.unref()
  channel.onmessage = (message: unknown) => {
    const way: unknown = typeof message === 'object' && message !== null && 'data' in message ? message.data : undefined
    if (typeof way === 'string') listener(way.slice(0, LONGEST))
  }
}
