import { StyledTextBuilder, type TextStyle } from '#engine/extract/blocks/styled-text'
import type { Block } from '#shared/model/block'

/** A paragraph while it is read, with what stands in it but is not part of its text. */
export class FlowParagraph {
  readonly kind: Block['kind']
  readonly place: Readonly<{ level?: number; ordinal?: number }>
  readonly isHidden: boolean
  readonly direction: 'ltr' | 'rtl' | undefined
  /** Pictures before its first word, and everything else that it holds. */
  readonly before: Block[] = []
  readonly after: Block[] = []
  /** How text looks now; the last one counts. */
  readonly styles: TextStyle[]
  readonly #text = new StyledTextBuilder()
  #endsInSpace = true

  constructor(
    kind: Block['kind'],
    place: FlowParagraph['place'],
    base: TextStyle,
    { isHidden, direction }: { isHidden: boolean; direction: 'ltr' | 'rtl' | undefined }
  ) {
    this.kind = kind
    this.place = place
    this.styles = [base]
    this.isHidden = isHidden
    this.direction = direction
  }

  get isEmpty(): boolean {
    return this.#text.length === 0
  }

  get style(): TextStyle {
    return this.styles.at(-1) ?? {}
  }

  /** Text of the file, where any run of white space is one space and none begins a paragraph. */
  write(raw: string, style = this.style): void {
    let text = /[\t\r\n]| {2}/.test(raw) ? raw.replace(/[ \t\r\n]+/g, ' ') : raw
    if (this.#endsInSpace && text.charCodeAt(0) === 0x20) text = text.slice(1)
    if (text === '') return
    this.#endsInSpace = text.charCodeAt(text.length - 1) === 0x20
    this.#text.write(text, style)
  }

  /** Text that counts as it is: spaces, tabs and line breaks that elements stand for. */
  writeExactly(text: string, style = this.style): void {
    if (text === '') return
    this.#text.write(text, style)
    this.#endsInSpace = false
  }

  /** The blocks of the paragraph; empty for one without text or pictures. `rest` takes what is found but not shown. */
  finish(rest: string[]): Block[] {
    const { text, inline, accepted } = this.#text.finish()
    if (accepted !== undefined) rest.push(accepted)
    if (text === '') return [...this.before, ...this.after]
    const block: Block = { kind: this.kind, text, ...this.place, ...(inline.length === 0 ? {} : { inline }) }
    return this.before.length === 0 && this.after.length === 0 ? [block] : [...this.before, block, ...this.after]
  }
}
