import type { ReadDb } from '#engine/store/connection'
import { openTexts, TextReplaced } from '#engine/store/texts'
import { type DocumentText, type StoredTexts, wholeText } from '#engine/text/stored-text'
import type { DocumentId } from '#shared/model/ids'

/** Text kept unpacked, in UTF-16 code units: the hits on the screen stay there from one keystroke to the next. */
const MAX_UNITS = 16_000_000
/** Texts kept open besides, however little of them was read. */
const MAX_OPEN = 400

/** A document is not read anew again and again while it is looked at. */
const MOST_ATTEMPTS = 3

const NO_TEXT: DocumentText = { blocks: [], reader: '', all: '' }

/** The texts read last, whole or in part. Call `clear` after documents change. */
export class TextCache {
  readonly #open = new Map<DocumentId, StoredTexts | undefined>()
  readonly #whole = new Map<DocumentId, DocumentText>()

  /**
   * What `use` finds in the texts of a document, of which it unpacks what it needs; it is given undefined when there are none.
   * Called again with the new texts where the document is read anew meanwhile.
   */
  read<Result>(db: ReadDb, id: DocumentId, use: (texts: StoredTexts | undefined) => Result): Result {
    for (let attempt = 1; ; attempt++) {
      try {
        return use(this.#opened(db, id))
      } catch (error) {
        if (!(error instanceof TextReplaced) || attempt === MOST_ATTEMPTS) throw error
        this.#open.delete(id)
      } finally {
        shrink(this.#open, unitsRead)
      }
    }
  }

  /** All of a document's text; empty when it has none. Cost: unpacking it, linear. */
  get(db: ReadDb, id: DocumentId): DocumentText {
    const kept = this.#whole.get(id)
    const text = kept ?? this.read(db, id, (texts) => (texts === undefined ? NO_TEXT : wholeText(texts)))
    // Whole, it is not needed in parts.
    if (!kept) this.#open.delete(id)
    this.#whole.delete(id)
    this.#whole.set(id, text)
    shrink(this.#whole, unitsOf)
    return text
  }

  clear(): void {
    this.#open.clear()
    this.#whole.clear()
  }

  #opened(db: ReadDb, id: DocumentId): StoredTexts | undefined {
    const texts = this.#open.get(id) ?? openTexts(db, id)
    this.#open.delete(id)
    this.#open.set(id, texts)
    return texts
  }
}

/** Forgets the oldest until the rest is small enough; the newest always stays. */
function shrink<Text>(kept: Map<DocumentId, Text>, sizeOf: (text: Text) => number): void {
  let units = 0
  for (const text of kept.values()) units += sizeOf(text)
  for (const [id, text] of kept) {
    if ((units <= MAX_UNITS && kept.size <= MAX_OPEN) || kept.size === 1) return
    kept.delete(id)
    units -= sizeOf(text)
  }
}

const unitsOf = (text: DocumentText): number => text.reader.length * 2 + (text.all === text.reader ? 0 : text.all.length)

const unitsRead = (texts: StoredTexts | undefined): number =>
  texts === undefined ? 0 : texts.reader.unitsRead() + (texts.all === texts.reader ? 0 : texts.all.unitsRead())
