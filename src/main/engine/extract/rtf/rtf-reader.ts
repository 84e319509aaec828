import { beginDestination } from '#engine/extract/rtf/destinations'
import { formatWord } from '#engine/extract/rtf/format-words'
import { type ParagraphEnd, RtfFlow } from '#engine/extract/rtf/rtf-flow'
import { isTimePart, RtfMeta, type RtfTime } from '#engine/extract/rtf/rtf-meta'
import { RtfPictures } from '#engine/extract/rtf/rtf-pictures'
import type { RtfSink } from '#engine/extract/rtf/rtf-scanner'
import { FIRST_STATE, type RtfState } from '#engine/extract/rtf/rtf-state'
import { RtfStyles } from '#engine/extract/rtf/rtf-styles'
import { type Block, readerText } from '#shared/model/block'

/** Longer captured texts (instructions of fields, metadata) hold something else. */
const LONGEST_CAPTURE = 20_000

/** Turns the groups, words and text of an RTF document into blocks and metadata. */
export class RtfReader implements RtfSink {
  readonly flow = new RtfFlow()
  readonly meta = new RtfMeta()
  readonly styles = new RtfStyles()
  state: RtfState = FIRST_STATE
  /** Of the next comment. */
  commentAuthor = ''
  /** Of the comment that is open, `YYYY-MM-DD`. */
  commentDate = ''
  notes = 0
  /** The time that is being stated, of creation or change. */
  openTime: RtfTime | undefined
  readonly pictures: RtfPictures
  readonly #headers = new Map<string, readonly Block[]>()
  readonly #footers = new Map<string, readonly Block[]>()
  readonly #groups: { outer: RtfState; ends: (() => void)[] | undefined }[] = []

  /** `wanted` is the key of a picture whose data are kept. */
  constructor(bytes: Uint8Array, wanted: string | null = null) {
    this.pictures = new RtfPictures(bytes, wanted)
  }

  open = (): void => {
    const isFirst = this.#groups.length === 0
    this.#groups.push({ outer: this.state, ends: undefined })
    // The last paragraph need not be ended.
    if (isFirst) this.onEnd(() => this.endParagraph())
    if (this.state.goesTo === 'styles') this.onEnd(this.styles.begin())
  }

  close = (): void => {
    const group = this.#groups.pop()
    if (!group) return
    while (group.ends && group.ends.length > 0) group.ends.pop()?.()
    this.state = group.outer
  }

  /** What is to be done when the group that is open ends, before what is already. */
  onEnd(end: () => void): void {
    const group = this.#groups.at(-1)
    if (!group) return
    group.ends ??= []
    group.ends.push(end)
  }

  /** Changes the state of the group that is open. */
  change(changes: Partial<RtfState>): void {
    this.state = { ...this.state, ...changes }
  }

  word = (name: string, value: number | undefined, isStarred: boolean): void => {
    const { state } = this
    if (name === 'ud' && state.unicodeGoesTo) {
      this.state = state.unicodeGoesTo
      return
    }
    if (state.goesTo === 'nothing') return
    if (state.goesTo === 'styles') {
      if (isStarred && !/^(?:cs|ds|ts)$/.test(name)) this.change({ goesTo: 'nothing' })
      else this.styles.word(name, value)
      return
    }
    if (state.goesTo === 'picture') this.pictures.word(name)
    if (this.openTime && value !== undefined && isTimePart(name)) this.openTime[name] = value
    if (formatWord(this, name, value) || beginDestination(this, name, value)) return
    if (isStarred) this.change({ goesTo: 'nothing' })
  }

  text = (text: string): void => {
    const { goesTo, capture } = this.state
    if (goesTo === 'text') this.write(text)
    else if (goesTo === 'styles') this.styles.text(text)
    else if (goesTo === 'capture' && capture && capture.length < LONGEST_CAPTURE) capture.push(text)
    else if (goesTo === 'picture') this.pictures.text(text)
  }

  binary = (start: number, end: number): void => {
    if (this.state.goesTo === 'picture') this.pictures.binary(start, end)
  }

  /** Text as it looks in this state. */
  write(text: string, state = this.state): void {
    const { bold, italic, link, change, hidden, goesTo } = state
    if (goesTo === 'text' && text !== '') this.flow.write(text, { strong: bold, emphasis: italic, link, change }, hidden)
  }

  endParagraph(isCell = false): void {
    const { paragraph, goesTo } = this.state
    if (goesTo !== 'text') return
    const tables = Math.max(paragraph.tables ?? 0, paragraph.isInTable || isCell ? 1 : 0)
    this.flow.endParagraph({ ...this.#kind(), tables, isRtl: paragraph.isRtl })
  }

  /** Keeps a header or footer, each text once, however many sections repeat it. */
  addMargin(role: 'header' | 'footer', blocks: readonly Block[]): void {
    const text = readerText(blocks)
    const kept = role === 'header' ? this.#headers : this.#footers
    if (text !== '' && !kept.has(text)) kept.set(text, blocks)
  }

  /** All blocks of the document, once everything has been read. */
  finish(): Block[] {
    return [...[...this.#headers.values()].flat(), ...this.flow.finish(), ...[...this.#footers.values()].flat()]
  }

  #kind(): Pick<ParagraphEnd, 'kind' | 'level' | 'ordinal'> {
    const { paragraph } = this.state
    const { marker } = this.flow
    const heading = this.styles.headingLevel(paragraph.style, paragraph.outline)
    if (heading !== undefined) return { kind: 'heading', level: heading }
    if (marker === undefined && !paragraph.isList) return { kind: 'paragraph' }
    const number = /(?:^|[.(\s])(\d{1,6})[.):]?\)?$/.exec(marker ?? '')?.[1]
    return {
      kind: 'list-item',
      level: Math.min(paragraph.listLevel + 1, 9),
      ...(number === undefined ? {} : { ordinal: Number(number) })
    }
  }
}
