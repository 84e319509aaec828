import type { FoundMember, Room } from '#engine/extract/job'
import { NO_ROOM } from '#engine/extract/room'

/** How many more levels may be opened where a document lies. */
export type Depth = Pick<Room, 'archives' | 'levels'>

/** Folders of archives become rows, and rows for each above them: more of them than people have would fill the database. */
const MOST_FOLDERS = 50_000

/**
 * What one file on disk may still bring in. It is shared by all levels inside that file: a bomb made of many small archives is stopped
 * by what they make together. Jobs that run at the same time each see all that is left.
 */
export class Budget {
  #bytes: number
  #files: number
  #folders = MOST_FOLDERS
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
      this.#files -= 1
      if (member.kind !== 'refused') this.#bytes -= member.sizeBytes
    }
  }

  /** Whether one more folder may be made for what an archive holds. */
  spendFolder(): boolean {
    this.#folders -= 1
    return this.#folders >= 0
  }

  /** Why nothing may be taken out any more. */
  excess(): 'bomb' | 'too-many-files' | 'nested-too-deep' {
    if (this.#bytes <= 0) return 'bomb'
    return this.#files <= 0 ? 'too-many-files' : 'nested-too-deep'
  }
}
