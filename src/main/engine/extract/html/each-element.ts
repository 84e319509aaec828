import { Tokenizer } from 'htmlparser2'

/** What is told of a page while it goes by. */
export type ElementVisitor = Readonly<{
  /** A start tag with its attributes, decoded, names in lower case; the first of two with one name. Answering false ends the walk. */
  element(name: string, attributes: ReadonlyMap<string, string>): unknown
  /** Whether an attribute is asked for; without it, all are. Names are in lower case. */
  wants?(element: string, attribute: string): boolean
  /** The content of a `style` element. */
  style?(css: string): void
  /** The content of a `script` element, not run. */
  script?(code: string): void
}>

/** Walks over the start tags of a page in document order, without building a tree: linear on hostile input. */
export function eachElement(html: string, visitor: ElementVisitor): void {
  let name = ''
  let attribute = ''
  let value = ''
  let isWanted = true
  let attributes = new Map<string, string>()
  let inside: { tell: (text: string) => void; pieces: string[] } | undefined
  const opened = (): void => {
    if (visitor.element(name, attributes) === false) tokenizer.pause()
    const tell = name === 'style' ? visitor.style : name === 'script' ? visitor.script : undefined
    inside = tell && { tell, pieces: [] }
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
        inside?.pieces.push(slice(start, end))
      },
      onclosetag() {
        inside?.tell(inside.pieces.join(''))
        inside = undefined
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
