import { type InlineText, trimmedText } from '#engine/extract/blocks/trimmed-text'
import type { InlineRun } from '#shared/model/block'

/** How a stretch of text looks in its document, as far as the Reader shows it. */
export type TextStyle = Readonly<{
  strong?: boolean
  emphasis?: boolean
  /** The address of a link, as written. */
  link?: string | undefined
  change?: 'inserted' | 'deleted' | undefined
}>

type Open = { start: number; href: string | undefined }

/** The text of a block; `accepted` is set where deletions stand inside words: the text without them, so that its words are found. */
export type StyledText = InlineText & Readonly<{ accepted?: string }>

const ENDS_IN_WORD = /[\p{L}\p{M}\p{N}]$/u
const BEGINS_WITH_WORD = /^[\p{L}\p{M}\p{N}]/u

/**
 * Builds the text of one block from pieces that each state their style, white space as given; neighbours of one style become one run.
 * Cost: linear, however small the pieces.
 */
export class StyledTextBuilder {
  #parts: string[] = []
  #length = 0
  readonly #runs: InlineRun[] = []
  readonly #open = new Map<InlineRun['style'], Open>()
  #change: TextStyle['change']
  #deletionSplitsWord = false
  #hasSplitWord = false

  get length(): number {
    return this.#length
  }

  write(text: string, style: TextStyle): void {
    if (text === '') return
    if (style.change !== this.#change) this.#separate(text, style.change)
    this.#toggle('strong', style.strong === true)
    this.#toggle('emphasis', style.emphasis === true)
    this.#toggle('inserted', style.change === 'inserted')
    this.#toggle('deleted', style.change === 'deleted')
    this.#toggle('link', style.link !== undefined, style.link)
    this.#parts.push(text)
    this.#length += text.length
  }

  /** The whole text without white space at its ends, and its runs. */
  finish(): StyledText {
    for (const style of [...this.#open.keys()]) this.#toggle(style, false)
    const raw = this.#parts.length === 1 ? (this.#parts[0] ?? '') : this.#parts.join('')
    const trimmed = trimmedText(raw, this.#runs)
    return this.#hasSplitWord ? { ...trimmed, accepted: withoutDeletions(trimmed.text, trimmed.inline) } : trimmed
  }

  /** A word that replaces another stands right beside it, where both would be found only as one: a space goes between. */
  #separate(next: string, change: TextStyle['change']): void {
    const before = this.#change
    this.#change = change
    if (before !== 'deleted' && change !== 'deleted') return
    const touches = ENDS_IN_WORD.test(this.#parts.at(-1) ?? '') && BEGINS_WITH_WORD.test(next)
    const isReplaced = before === 'deleted' ? !this.#deletionSplitsWord : before === 'inserted'
    if (change === 'deleted') this.#deletionSplitsWord = touches && !isReplaced
    if (touches && isReplaced) {
      this.#parts.push(' ')
      this.#length++
    } else if (touches) this.#hasSplitWord = true
  }

  #toggle(style: InlineRun['style'], on: boolean, href?: string): void {
    const open = this.#open.get(style)
    if (open === undefined) {
      if (on) this.#open.set(style, { start: this.#length, href })
      return
    }
    if (on && open.href === href) return
    this.#runs.push({ start: open.start, end: this.#length, style, ...(open.href === undefined ? {} : { href: open.href }) })
    if (on) this.#open.set(style, { start: this.#length, href })
    else this.#open.delete(style)
  }
}

function withoutDeletions(text: string, inline: readonly InlineRun[]): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end, style } of inline) {
    if (style !== 'deleted') continue
    parts.push(text.slice(at, start))
    at = end
  }
  return [...parts, text.slice(at)].join('')
}
