import { flowHandler } from '#engine/extract/odf/flow-handler'
import { OdfStyles } from '#engine/extract/odf/odf-styles'
import { type ObjectContent, TextFlow } from '#engine/extract/odf/text-flow'
import { readXml } from '#engine/extract/xml/read-xml'

/** Objects have no pictures of their own here, nor objects inside them. */
const NO_PARTS = { pictureKey: () => undefined, embeddedKey: () => undefined, object: () => undefined }

/**
 * The content of an embedded object by its `content.xml`: a formula in the notation it was typed in, or the texts of a chart, a table
 * or another document.
 */
export function readObject(bytes: Uint8Array): ObjectContent {
  const formula = new FormulaText()
  const flow = new TextFlow(new OdfStyles(), NO_PARTS)
  const texts = flowHandler(flow)
  let isFormula: boolean | undefined
  readXml(bytes, {
    open: (name, attributes) => {
      isFormula ??= name.startsWith('math:') || name === 'math'
      isFormula ? formula.open(name) : texts.open(name, attributes)
    },
    close: (name) => (isFormula ? formula.close() : texts.close(name)),
    text: (text) => (isFormula ? formula.text(text) : texts.text(text))
  })
  return isFormula ? { formula: formula.finish() } : { blocks: flow.takeBlocks() }
}

/** MathML: the line its author typed where the program kept it, else its symbols in order. */
export class FormulaText {
  readonly #symbols: string[] = []
  readonly #typed: string[] = []
  readonly #open: string[] = []

  open(name: string): void {
    this.#open.push(name)
  }

  close(): void {
    this.#open.pop()
  }

  text(text: string): void {
    const into = this.#open.at(-1)?.endsWith('annotation') ? this.#typed : this.#symbols
    if (text.trim() !== '') into.push(text.trim())
  }

  finish(): string {
    const typed = this.#typed.join(' ').replace(/\s+/g, ' ')
    return typed === '' ? this.#symbols.join(' ').replace(/\s+/g, ' ') : typed
  }
}
