import type { FoundMember, Room } from '#engine/extract/job'
import { NO_ROOM } from '#engine/extract/room'

/** How many more levels may be opened where a document lies. */
export type Depth = Pick<Room, 'archives' | 'levels'>

/**
 * What one file on disk may still bring in. It is shared by all levels inside that file: a bomb made of many small archives is stopped
 * by what they make together. Jobs that run at the same time each see all that is left.
 */
export class Budget {
  #bytes: number
  #files: number
  readonly depth: Depth

  constructor(room: Room) {
    this.#bytes = room.bytes
    this.#files = room.files
    this.depth = { archives: room.archives, levels: room.levels }
  }

  /** Room for a document at this depth; none when there is not a level, file or byte left. */
  room(depth: Depth): Room {
    if (this.#bytes <= 0 || this.#files <= 0 || depth.levels <= 0) return NO_ROOM
    return { ...depth, bytes: this.#bytes, files: this.#files }
  }

  spend(members: readonly FoundMember[]): void {
    for (const member of members) {
      if (member.kind === 'refused') continue
      this.#files -= 1
      this.#bytes -= member.sizeBytes
    }
  }

  /** Why nothing may be taken out any more. */
  excess(): 'bomb' | 'too-many-files' | 'nested-too-deep' {
    if (this.#bytes <= 0) return 'bomb'
    return this.#files <= 0 ? 'too-many-files' : 'nested-too-deep'
  }
}
