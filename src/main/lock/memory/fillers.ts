import { createSecretKey, type KeyObject } from 'node:crypto'
import { MessageChannel } from 'node:worker_threads'
import { blockSizes, LARGEST_BLOCK } from '#main/lock/memory/block-sizes'

/** Takes blocks of zeros from one allocator, and holds them until `giveBack`. */
export type Filler = Readonly<{
  /** In bytes; taken in this order. */
  sizes: readonly number[]
  take: (size: number, count: number) => void
  giveBack: () => void
  /** How many are taken of each size; left out: until none lies free. */
  count?: number
}>

/** What a message needs beside the bytes that it carries. */
const MESSAGE_EXTRA = 80
/** The smallest block that the bytes of a message alone decide of. */
const SMALLEST_MESSAGE = 208
/** What the library of ciphers writes before the bytes of a key. */
const KEY_EXTRA = 8

/** Of array buffers: what files, pictures and messages are in JavaScript. */
export function bufferFiller(): Filler {
  let held: Uint8Array[] = []
  return {
    // V8's own allocator, which threads use, cuts any size from one piece, and never gives it back.
    sizes: [4 * LARGEST_BLOCK, ...blockSizes(64, LARGEST_BLOCK)],
    // Written to, since a block from the system is none before: the program would not grow by it.
    take: (size, count) => {
      for (let i = 0; i < count; i += 1) held.push(new Uint8Array(size).fill(0))
    },
    giveBack: () => {
      held = []
    }
  }
}

/** Of native code (`malloc`): messages nobody fetches. */
export function messageFiller(): Filler {
  const { port1, port2 } = new MessageChannel()
  return {
    sizes: blockSizes(SMALLEST_MESSAGE, LARGEST_BLOCK),
    take: (size, count) => {
      const bytes = new Uint8Array(size - MESSAGE_EXTRA)
      for (let i = 0; i < count; i += 1) port1.postMessage(bytes)
    },
    giveBack: () => {
      port1.close()
      port2.close()
    }
  }
}

/**
 * Of native code, the smallest: keys of ciphers are the smallest thing that JavaScript can have native code hold. What holds one is larger
 * than it, so that nothing tells when none lies free.
 */
export function keyFiller(): Filler {
  let held: KeyObject[] = []
  return {
    sizes: blockSizes(16, SMALLEST_MESSAGE),
    count: 2_048,
    take: (size, count) => {
      const bytes = new Uint8Array(size - KEY_EXTRA)
      for (let i = 0; i < count; i += 1) held.push(createSecretKey(bytes))
    },
    giveBack: () => {
      held = []
    }
  }
}
