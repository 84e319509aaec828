import { InlineTextBuilder } from '#engine/extract/blocks/inline-text'
import { childrenOf, type DomElement, type DomNode, isElement, isText } from '#engine/extract/html/dom'
import { BLOCK_ELEMENTS } from '#engine/extract/html/html-elements'
import { rowsOfTable } from '#engine/extract/html/table-rows'
import type { Block, BlockRole } from '#shared/model/block'

/** Marks a picture with the key of its saved resource; set before Readability moves things about. */
export const RESOURCE_ATTRIBUTE = 'data-sanad-resource'

const SKIPPED = new Set(
  (
    'script style template noscript svg math iframe noembed noframes object embed audio video canvas input select textarea button ' +
    'head title link meta map'
  ).split(' ')
)

const STYLES: ReadonlyMap<string, 'strong' | 'emphasis' | 'code'> = new Map(
  Object.entries({
    b: 'strong',
    strong: 'strong',
    i: 'emphasis',
    em: 'emphasis',
    cite: 'emphasis',
    dfn: 'emphasis',
    code: 'code',
    kbd: 'code',
    samp: 'code',
    tt: 'code'
  } as const)
)

type Kind = Readonly<{ kind: Block['kind']; level?: number; ordinal?: number }>

/** What an element, with all in it, is besides running text; undefined for what it stands in. */
export type RoleOf = (element: DomElement) => BlockRole | undefined

/**
 * The reader blocks of a part of a page, in document order; empty when it has neither text nor pictures. Recursion is bounded by the
 * guard. `roleOf` is asked for every element that is a block; without it nothing has a role.
 */
export function blocksOfPage(root: DomNode, roleOf?: RoleOf): Block[] {
  const writer = new BlockWriter(roleOf)
  writer.children(root)
  writer.flush()
  return writer.blocks
}

class BlockWriter {
  readonly blocks: Block[] = []
  readonly #inline = new InlineTextBuilder()
  #kind: Kind = { kind: 'paragraph' }
  #listDepth = 0
  #quoteDepth = 0
  readonly #roleOf: RoleOf | undefined
  #role: BlockRole | undefined

  constructor(roleOf: RoleOf | undefined) {
    this.#roleOf = roleOf
  }

  children(node: DomNode): void {
    for (const child of childrenOf(node)) {
      if (isText(child)) this.#inline.write(child.nodeValue ?? '')
      else if (isElement(child)) this.#element(child)
    }
  }

  /** Ends the block being written, if it has any text. */
  flush(): void {
    const { text, inline } = this.#inline.take()
    if (text === '') return
    this.blocks.push({ ...this.#kind, text, ...this.#withRole(), ...(inline.length > 0 ? { inline } : {}) })
    // Only the first block of a list item carries its number; what follows belongs to the item without one.
    if (this.#kind.kind === 'list-item') this.#kind = { kind: 'paragraph' }
  }

  #element(element: DomElement): void {
    const name = element.localName.toLowerCase()
    if (SKIPPED.has(name)) return
    const style = STYLES.get(name)
    if (style) this.#styled(element, { style })
    else if (name === 'a') this.#link(element)
    else if (name === 'br') this.#inline.lineBreak()
    else if (name === 'img') this.#picture(element)
    else if (name === 'hr') this.#whole({ kind: 'rule', text: '' })
    else if (name === 'pre') this.#preformatted(element)
    else if (name === 'table') this.#table(element)
    else if (name === 'ul' || name === 'ol' || name === 'menu') this.#list(element, name === 'ol')
    else if (name === 'blockquote') this.#quote(element)
    else if (BLOCK_ELEMENTS.has(name)) this.#block(element, name)
    else this.children(element)
  }

  #styled(element: DomElement, style: Parameters<InlineTextBuilder['open']>[0]): void {
    this.#inline.open(style)
    this.children(element)
    this.#inline.close()
  }

  #link(element: DomElement): void {
    const href = (element.getAttribute('href') ?? '').trim()
    if (href === '' || /^(?:javascript|data|vbscript):/i.test(href)) this.children(element)
    else this.#styled(element, { style: 'link', href: href.slice(0, 2000) })
  }

  #picture(element: DomElement): void {
    const text = (element.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim()
    const resource = element.getAttribute(RESOURCE_ATTRIBUTE)
    // Without a saved picture and without words there is nothing to show.
    if (resource === null && text === '') return
    this.#whole({ kind: 'image', text, ...(resource === null ? {} : { resource }) })
  }

  #whole(block: Block): void {
    this.flush()
    this.blocks.push({ ...block, ...this.#withRole() })
  }

  #withRole(): Readonly<{ role?: BlockRole }> {
    return this.#role === undefined ? {} : { role: this.#role }
  }

  #preformatted(element: DomElement): void {
    const text = (element.textContent ?? '').replace(/^\r?\n/, '').trimEnd()
    if (text.trim() !== '') this.#whole({ kind: 'preformatted', text })
  }

  #table(element: DomElement): void {
    const rows = rowsOfTable(element)
    this.flush()
    // A table that only places things on the page is read cell after cell.
    if (rows === undefined) this.children(element)
    else this.blocks.push(...rows.map((row) => ({ ...row, ...this.#withRole() })))
    this.flush()
  }

  #list(element: DomElement, numbered: boolean): void {
    this.flush()
    const outer = this.#kind
    this.#listDepth++
    let ordinal = Number.parseInt(element.getAttribute('start') ?? '1', 10)
    if (!Number.isSafeInteger(ordinal)) ordinal = 1
    for (const child of childrenOf(element)) {
      if (isElement(child) && child.localName.toLowerCase() === 'li') {
        this.flush()
        const outerRole = this.#role
        this.#role = this.#roleOf?.(child) ?? outerRole
        this.#kind = { kind: 'list-item', level: this.#listDepth, ...(numbered ? { ordinal: ordinal++ } : {}) }
        this.children(child)
        this.flush()
        this.#kind = outer
        this.#role = outerRole
      } else if (isElement(child)) this.#element(child)
      else if (isText(child)) this.#inline.write(child.nodeValue ?? '')
    }
    this.flush()
    this.#listDepth--
    this.#kind = outer
  }

  #quote(element: DomElement): void {
    this.flush()
    const outer = this.#kind
    this.#quoteDepth++
    this.#kind = { kind: 'quote', level: this.#quoteDepth }
    this.children(element)
    this.flush()
    this.#quoteDepth--
    this.#kind = outer
  }

  #block(element: DomElement, name: string): void {
    this.flush()
    const outer = this.#kind
    const outerRole = this.#role
    this.#role = this.#roleOf?.(element) ?? outerRole
    const heading = /^h([1-6])$/.exec(name)?.[1]
    if (heading) this.#kind = { kind: 'heading', level: Number(heading) }
    // A heading that was never closed does not make headings of all that follows.
    else if (name === 'p' && outer.kind === 'heading') this.#kind = { kind: 'paragraph' }
    else if (name === 'figcaption' || name === 'caption') this.#kind = { kind: 'caption' }
    if (name === 'dt') this.#styled(element, { style: 'strong' })
    else this.children(element)
    this.flush()
    this.#role = outerRole
    // A list item whose first paragraph was just written stays without its number.
    if (this.#kind.kind !== 'paragraph' || outer.kind !== 'list-item') this.#kind = outer
  }
}
