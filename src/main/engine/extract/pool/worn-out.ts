/** The message by which a process says that its next answer is its last. */
export const LAST_ANSWER = new Uint8Array(0)

let worn = false

/**
 * Says that this process should not read another file: a library in it broke down, or keeps memory that it never gives back. It still
 * answers what it was asked, and is then replaced.
 */
export function wearOut(): void {
  worn = true
}

/** Whether the answer being given is to be the last of this process. */
export function isWornOut(): boolean {
  return worn
}
