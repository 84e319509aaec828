import { errorSentence } from '#engine/extract/error-sentence'
import { EMPTY_FOUND, type Found } from '#engine/extract/found'
import { type Spool, SpoolFull } from '#engine/extract/spool'
import { ZipFault } from '#engine/extract/zip/zip-fault'
import type { ProblemCode } from '#shared/model/document'
import type { Fact } from '#shared/model/fact'

/** What systems leave in archives for themselves: nobody packed it, and nobody looks for it. */
const LEFT_BY_SYSTEMS = /(?:^|[\\/])(?:__MACOSX(?:[\\/]|$)|\.DS_Store$|Thumbs\.db$)/i

const TOO_DEEP = 'This archive lies inside too many others. It is kept, what it holds was not taken out.'

type Content = Uint8Array | AsyncIterable<Uint8Array>

/** Gathers the files of one archive into the spool, and says in the end what there was. */
export class ArchiveEntries {
  readonly #spool: Spool
  /** False where this archive may not be opened: then its files are counted only. */
  readonly isOpen: boolean
  #entries = 0
  #unread = 0
  #leftOut = 0
  #damage: string | undefined

  constructor(spool: Spool) {
    this.#spool = spool
    this.isOpen = spool.isOpen && spool.room.archives > 0
  }

  /** True for what a system left behind, which is counted and otherwise passed over. */
  leavesOut(path: string): boolean {
    const isLeft = LEFT_BY_SYSTEMS.test(path)
    if (isLeft) this.#leftOut += 1
    return isLeft
  }

  /**
   * Takes one file. A content that can not be read becomes a row of its own; `SpoolFull` is thrown on. Where the archive may not be
   * opened the content is not touched.
   */
  async take(path: string, modifiedAt: number | null, content: () => Content | Promise<Content>): Promise<void> {
    this.#entries += 1
    if (!this.isOpen) return
    try {
      await this.#spool.add({ path, relation: 'entry', modifiedAt }, await content())
    } catch (error) {
      if (error instanceof SpoolFull) throw error
      this.#unread += 1
      const code = error instanceof ZipFault ? error.code : 'damaged'
      this.#spool.refuse(path, 'entry', code, `It can not be taken out of the archive: ${errorSentence(error)}`)
    }
  }

  /** A file, link or device of the archive that is not taken out. */
  refuse(path: string, code: ProblemCode, message: string): void {
    this.#entries += 1
    this.#unread += 1
    if (this.isOpen) this.#spool.refuse(path, 'entry', code, message)
  }

  /** The archive can be read no further; what was taken out until here stays. */
  end(error: unknown): void {
    this.#damage = `The archive is damaged and was read up to there: ${errorSentence(error)}`
  }

  found(comment: string | null = null): Found {
    const isTooDeep = this.#spool.isOpen && !this.isOpen
    const partly = this.#damage === undefined ? null : ({ code: 'partly-read', message: this.#damage } as const)
    return {
      ...EMPTY_FOUND,
      simplified: isTooDeep ? { code: 'nested-too-deep', message: TOO_DEEP } : partly,
      facts: this.#facts(comment),
      isContainer: true
    }
  }

  #facts(comment: string | null): Fact[] {
    const facts: Fact[] = [{ name: 'entries', value: String(this.#entries) }]
    if (this.#unread > 0) facts.push({ name: 'unread-entries', value: String(this.#unread) })
    if (this.#leftOut > 0) facts.push({ name: 'left-out-entries', value: String(this.#leftOut) })
    if (comment !== null && comment.trim() !== '') facts.push({ name: 'comments', value: comment.trim().slice(0, 2000) })
    return facts
  }
}
