import { StyledTextBuilder, type TextStyle } from '#engine/extract/blocks/styled-text'
import type { Numbering } from '#engine/extract/docx/numbering'
import { headingOf, type Look, type ParagraphKind, type Styles } from '#engine/extract/docx/styles'
import { prefixed } from '#engine/extract/ooxml/prefixed'
import type { Block } from '#shared/model/block'

/** The properties of a run that change what is read. */
export type Run = {
  bold?: boolean
  italic?: boolean
  /** As above, for letters of scripts that join or run from right to left. */
  complexBold?: boolean
  complexItalic?: boolean
  rtl?: boolean
  hidden?: boolean
  style?: string
}

/** A paragraph while it is read. */
export class Paragraph {
  readonly text = new StyledTextBuilder()
  /** Pictures and text boxes that are anchored in it, and remarks on it. */
  readonly after: Block[] = []
  /** Hidden text. */
  unseen = ''
  run: Run = {}
  /** Of the current run, once it is known; undefined when it has to be found. */
  styles: TextStyle | undefined
  style = ''
  numId: string | undefined
  level: number | undefined
  outline: number | undefined
  bidi: boolean | undefined

  /** Whether text of the current run is shown at all. */
  isHidden(styles: Styles): boolean {
    const { hidden, style = '' } = this.run
    return hidden ?? styles.lookOf(style).hidden ?? styles.lookOf(this.style).hidden ?? false
  }

  /** How the current run looks by itself. */
  look(styles: Styles): Look {
    const { run } = this
    const ofStyle = styles.lookOf(run.style ?? '')
    const bold = (run.rtl ? run.complexBold : undefined) ?? run.bold ?? ofStyle.bold ?? false
    return { bold, italic: (run.rtl ? run.complexItalic : undefined) ?? run.italic ?? ofStyle.italic ?? false }
  }

  /** The paragraph as a block; undefined without text. It counts in its list all the same. */
  block(styles: Styles, numbering: Numbering): Block | undefined {
    const { text, inline, accepted } = this.text.finish()
    if (accepted !== undefined) this.unseen += `\n${accepted}`
    const kind: ParagraphKind = headingOf(this.outline) ?? styles.kindOf(this.style)
    const ofStyle = this.numId === undefined && this.style !== '' ? styles.numberingOf(this.style) : undefined
    const numId = this.numId ?? ofStyle?.numId
    const mark = numId === undefined ? undefined : numbering.next(numId, this.level ?? ofStyle?.level, this.style)
    if (text === '') return undefined
    const runs = inline.length > 0 ? { inline } : {}
    const { level } = kind
    if (!mark || kind.kind !== 'paragraph') {
      const block = { kind: kind.kind, text, ...(level === undefined ? {} : { level }), ...runs }
      const label = mark?.label ?? (mark?.ordinal === undefined ? undefined : `${mark.ordinal}.`)
      return label === undefined ? block : prefixed(block, `${label} `)
    }
    const ordinal = mark.ordinal === undefined ? {} : { ordinal: mark.ordinal }
    const item: Block = { kind: 'list-item', text, level: mark.level, ...ordinal, ...runs }
    return mark.label === undefined ? item : prefixed(item, `${mark.label} `)
  }
}
