import { listNumber } from '#engine/extract/ooxml/list-number'
import { prefixed } from '#engine/extract/ooxml/prefixed'
import type { Block } from '#shared/model/block'

type NoteKind = 'footnote' | 'endnote'

/** Notes and remarks as their own parts have them, put where the text refers to them. */
export class Notes {
  readonly #texts: Readonly<Record<NoteKind | 'comment', Map<string, Block[]>>> = {
    footnote: new Map(),
    endnote: new Map(),
    comment: new Map()
  }
  readonly #referred: Readonly<Record<NoteKind, string[]>> = { footnote: [], endnote: [] }
  readonly #remarked = new Set<string>()

  add(kind: NoteKind | 'comment', id: string, blocks: readonly Block[]): void {
    this.#texts[kind].set(
      id,
      blocks.map((block): Block => ({ ...block, role: block.role ?? kind }))
    )
  }

  /** The mark that stands in the text for a note; empty for one that is not there. */
  refer(kind: NoteKind, id: string): string {
    if (!this.#texts[kind].has(id)) return ''
    const referred = this.#referred[kind]
    if (!referred.includes(id)) referred.push(id)
    return markOf(kind, referred.length)
  }

  /** The remark that the text refers to, the first time it does. */
  remark(id: string): readonly Block[] {
    if (this.#remarked.has(id)) return []
    this.#remarked.add(id)
    return this.#texts.comment.get(id) ?? []
  }

  /** All notes in the order of their numbers, then what nothing refers to. */
  rest(): Block[] {
    const blocks: Block[] = []
    for (const kind of ['footnote', 'endnote'] as const) {
      const texts = this.#texts[kind]
      this.#referred[kind].forEach((id, at) => {
        const [first, ...others] = texts.get(id) ?? []
        if (first) blocks.push(prefixed(first, `${markOf(kind, at + 1)} `), ...others)
        texts.delete(id)
      })
      for (const unused of texts.values()) blocks.push(...unused)
    }
    for (const [id, comment] of this.#texts.comment) if (!this.#remarked.has(id)) blocks.push(...comment)
    return blocks
  }
}

const markOf = (kind: NoteKind, number: number): string => `[${kind === 'footnote' ? number : listNumber(number, 'lowerRoman')}]`
