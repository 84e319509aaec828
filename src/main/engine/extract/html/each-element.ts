import { Tokenizer } from 'htmlparser2'

/** What is told of a page while it goes by. */
export type ElementVisitor = Readonly<{
  /** A start tag with its attributes, decoded, names in lower case; the first of two with one name. Answering false ends the walk. */
  element(name: string, attributes: ReadonlyMap<string, string>): unknown
  /** Whether an attribute is asked for; without it, all are. Names are in lower case. */
  wants?(element: string, attribute: string): boolean
  /** The content of a `style` element. */
  style?(css: string): void
}>

/** Walks over the start tags of a page in document order, without building a tree: linear on hostile input. */
export function eachElement(html: string, visitor: ElementVisitor): void {
  let name = ''
  let attribute = ''
  let value = ''
  let isWanted = true
  let attributes = new Map<string, string>()
  let css: string[] | undefined
  const opened = (): void => {
    if (visitor.element(name, attributes) === false) tokenizer.pause()
    css = name === 'style' && visitor.style ? [] : undefined
  }
  const slice = (start: number, end: number): string => html.slice(start, end)
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        name = slice(start, Math.min(end, start + 40)).toLowerCase()
        attributes = new Map()
      },
      onattribname(start, end) {
        attribute = slice(start, Math.min(end, start + 100)).toLowerCase()
        value = ''
        isWanted = visitor.wants?.(name, attribute) ?? true
      },
      onattribdata(start, end) {
        if (isWanted) value += slice(start, end)
      },
      onattribentity(code) {
        if (isWanted) value += String.fromCodePoint(code)
      },
      onattribend() {
        if (isWanted && !attributes.has(attribute)) attributes.set(attribute, value)
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      ontext(start, end) {
        css?.push(slice(start, end))
      },
      onclosetag() {
        if (css) visitor.style?.(css.join(''))
        css = undefined
      },
      ontextentity() {},
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onend() {},
      onprocessinginstruction() {}
    }
  )
  tokenizer.write(html)
}
