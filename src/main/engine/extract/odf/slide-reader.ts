import { flowHandler } from '#engine/extract/odf/flow-handler'
import type { End, TextFlow } from '#engine/extract/odf/text-flow'
import type { XmlHandler } from '#engine/extract/xml/read-xml'
import type { Block } from '#shared/model/block'

/** Texts that slides share; each slide shows them or not. */
const SHARED = new Set(['presentation:header-decl', 'presentation:footer-decl', 'presentation:date-time-decl'])

/** Reads slides, or the pages of a drawing, in their order: title first, then what is on it as it lies, then the speaker's notes. */
export class SlideReader {
  /** Takes the elements of the body. */
  readonly handler: Required<XmlHandler>
  readonly blocks: Block[] = []
  readonly #flow: TextFlow
  #pages = 0

  constructor(flow: TextFlow) {
    this.#flow = flow
    this.handler = flowHandler(flow, (name) => this.#begin(name))
    flow.isSlides = true
  }

  /** How many slides there are, empty ones too. */
  get pageCount(): number {
    return this.#pages
  }

  #begin(name: string): End | false {
    const flow = this.#flow
    if (flow.isSkipping) return undefined
    if (name === 'draw:page') return this.#beginPage()
    if (name === 'presentation:notes') return this.#beginNotes()
    if (SHARED.has(name)) return flow.capture((text) => text !== '' && flow.rest.push(text))
    return false
  }

  #beginPage(): End {
    this.#flow.page = ++this.#pages
    return this.#flow.aside(undefined, (blocks) => {
      // Boxes come in the order they were drawn, the title often last.
      for (const block of blocks) if (isTitle(block)) this.blocks.push(block)
      for (const block of blocks) if (!isTitle(block)) this.blocks.push(block)
    })
  }

  #beginNotes(): End {
    return this.#flow.aside('notes', (blocks) => {
      for (const block of blocks) this.#flow.add(block)
    })
  }
}

const isTitle = ({ kind, role }: Block): boolean => kind === 'heading' && role === undefined
