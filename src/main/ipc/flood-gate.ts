/** Commands under way at once: many times what the window ever has. */
const MOST_AT_ONCE = 400
/** Commands that may come in one burst, and those for which a second makes room again. */
const BURST = 2000
const A_SECOND = 400

export type FloodGate = Readonly<{
  /** False when there are too many: the command is to be refused, unread. Each true one ends with `leave`. */
  enter: () => boolean
  leave: () => void
}>

/**
 * Bounds what the window's page can ask of the main process, should somebody have taken it over: a flood is refused at the door, where it
 * costs next to nothing, and the rest is served as before. `onFlood` is told once for each flood.
 */
export function createFloodGate(onFlood: () => void, now: () => number = () => performance.now()): FloodGate {
  let underWay = 0
  let room = BURST
  let last = now()
  let isFlooded = false
  return {
    enter: () => {
      const at = now()
      room = Math.min(BURST, room + ((at - last) / 1000) * A_SECOND)
      last = at
      if (room >= 1 && underWay < MOST_AT_ONCE) {
        if (room > BURST / 2) isFlooded = false
        room -= 1
        underWay += 1
        return true
      }
      if (!isFlooded) onFlood()
      isFlooded = true
      return false
    },
    leave: () => {
      underWay -= 1
    }
  }
}
