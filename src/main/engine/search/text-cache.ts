import type { ReadDb } from '#engine/store/connection'
import { readText } from '#engine/store/texts'
import type { DocumentText } from '#engine/text/stored-text'
import type { DocumentId } from '#shared/model/ids'

/** Text kept unpacked, in UTF-16 code units: the hits on the screen stay there from one keystroke to the next. */
const MAX_UNITS = 16_000_000

/** The texts read last. Call `clear` after documents change. */
export class TextCache {
  readonly #texts = new Map<DocumentId, DocumentText>()
  #units = 0

  get(db: ReadDb, id: DocumentId): DocumentText {
    const kept = this.#texts.get(id)
    const text = kept ?? readText(db, id)
    if (kept) this.#texts.delete(id)
    else this.#units += sizeOf(text)
    this.#texts.set(id, text)
    this.#shrink()
    return text
  }

  clear(): void {
    this.#texts.clear()
    this.#units = 0
  }

  #shrink(): void {
    for (const [id, text] of this.#texts) {
      if (this.#units <= MAX_UNITS) return
      this.#texts.delete(id)
      this.#units -= sizeOf(text)
    }
  }
}

const sizeOf = (text: DocumentText): number => text.reader.length * 2 + (text.all === text.reader ? 0 : text.all.length)
