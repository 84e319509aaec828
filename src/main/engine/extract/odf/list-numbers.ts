import type { OdfStyles } from '#engine/extract/odf/odf-styles'
import type { Attributes } from '#engine/extract/xml/read-xml'

/** The level of an item, from 0, and its number; undefined for one without a number. */
export type ListPlace = Readonly<{ level: number; ordinal: number | undefined }>

type OpenList = { style: string | undefined; id: string | undefined; counters: (number | undefined)[]; depth: number }
type OpenItem = { restart: number | undefined; isHeader: boolean; isTaken: boolean }

/** Deeper lists count as this deep. */
const DEEPEST = 10

/**
 * Counts the items of lists as the writing program shows them. Only an item with a paragraph of its own counts: programs write empty
 * ones around the inner lists of a list that goes on.
 */
export class ListNumbers {
  readonly #styles: OdfStyles
  #lists: OpenList[] = []
  #items: OpenItem[] = []
  readonly #outer: [OpenList[], OpenItem[]][] = []
  readonly #ended = new Map<string, (number | undefined)[]>()

  constructor(styles: OdfStyles) {
    this.#styles = styles
  }

  openList(attributes: Attributes): void {
    const outer = this.#lists.at(-1)
    const style = attributes['text:style-name'] ?? outer?.style
    const before = attributes['text:continue-list'] ?? (attributes['text:continue-numbering'] === 'true' ? `style ${style}` : '')
    const counters = outer?.counters ?? [...(this.#ended.get(before) ?? [])]
    this.#lists.push({ style, id: attributes['xml:id'], counters, depth: this.#lists.length + 1 })
  }

  closeList(): void {
    const list = this.#lists.pop()
    if (!list || this.#lists.length > 0) return
    if (list.id !== undefined) this.#ended.set(list.id, list.counters)
    this.#ended.set(`style ${list.style}`, list.counters)
  }

  openItem(attributes: Attributes, isHeader: boolean): void {
    const start = attributes['text:start-value']
    this.#items.push({ restart: start === undefined ? undefined : Number(start) || 0, isHeader, isTaken: false })
  }

  closeItem(): void {
    this.#items.pop()
  }

  /** The place of the first paragraph of the innermost item; undefined for any other paragraph. */
  take(): ListPlace | undefined {
    const list = this.#lists.at(-1)
    const item = this.#items.at(-1)
    if (!list || !item || item.isHeader || item.isTaken) return undefined
    item.isTaken = true
    const level = Math.min(list.depth, DEEPEST)
    const described = this.#styles.listLevel(list.style, level)
    const next = item.restart ?? (list.counters[level] ?? (described?.start ?? 1) - 1) + 1
    list.counters.length = level
    list.counters[level] = next
    return { level, ordinal: described?.isNumbered ? next : undefined }
  }

  /** What follows, up to `leave`, stands in a frame, note or cell of its own. */
  enter(): void {
    this.#outer.push([this.#lists, this.#items])
    this.#lists = []
    this.#items = []
  }

  leave(): void {
    const outer = this.#outer.pop()
    if (outer) [this.#lists, this.#items] = outer
  }
}
