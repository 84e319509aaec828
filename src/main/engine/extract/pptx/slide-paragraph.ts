import { StyledTextBuilder, type TextStyle } from '#engine/extract/blocks/styled-text'
import { listNumber } from '#engine/extract/ooxml/list-number'
import { prefixed } from '#engine/extract/ooxml/prefixed'
import type { Attributes } from '#engine/extract/xml/read-xml'
import type { Block } from '#shared/model/block'

/** Kinds of numbers, without the signs around them. */
const FORMATS: readonly (readonly [string, string])[] = [
  ['alphaLc', 'lowerLetter'],
  ['alphaUc', 'upperLetter'],
  ['romanLc', 'lowerRoman'],
  ['romanUc', 'upperRoman'],
  ['arabic1Minus', 'arabicAlpha'],
  ['arabic2Minus', 'arabicAbjad'],
  ['hebrew2', 'hebrew2'],
  ['thaiAlpha', 'thaiNumbers'],
  ['hindiNum', 'hindiNumbers']
]
const DEEPEST = 9

/** Counts the numbered paragraphs of one text, a level each. */
export type ListCounters = { format: string; value: number }[]

/** A paragraph of a shape while it is read. */
export class SlideParagraph {
  readonly text = new StyledTextBuilder()
  style: TextStyle = {}
  isRtl = false
  #level = 0
  #bullet: 'none' | 'sign' | 'number' | undefined
  #format = ''
  #start = 1

  properties({ lvl, rtl }: Attributes): void {
    const level = Number(lvl ?? 0)
    if (level > 0) this.#level = Math.min(level, DEEPEST - 1)
    this.isRtl = rtl === '1' || rtl === 'true'
  }

  bullet(name: string, { type = '', startAt }: Attributes): void {
    if (name === 'a:buNone') this.#bullet = 'none'
    else if (name === 'a:buAutoNum') {
      this.#bullet = 'number'
      this.#format = type
      this.#start = Number(startAt ?? 1) || 1
    } else this.#bullet = 'sign'
  }

  /** As a block; undefined without text. `isList`: paragraphs of this shape have bullets unless they say otherwise. */
  block(isList: boolean, counters: ListCounters): Block | undefined {
    const { text, inline } = this.text.finish()
    if (text === '') return undefined
    const runs = inline.length > 0 ? { inline } : {}
    const bullet = this.#bullet ?? (isList ? 'sign' : 'none')
    const value = this.#count(counters, bullet)
    if (bullet === 'none') return { kind: 'paragraph', text, ...runs }
    const item = { kind: 'list-item', text, level: this.#level + 1, ...runs } as const
    if (bullet === 'sign') return item
    const format = FORMATS.find(([name]) => this.#format.startsWith(name))?.[1]
    if (format === undefined) return { ...item, ordinal: value }
    return prefixed(item, `${listNumber(value, format)}${this.#format.includes('Paren') ? ')' : '.'} `)
  }

  /** Numbers go on while nothing else stands between them on their level or above. */
  #count(counters: ListCounters, bullet: 'none' | 'sign' | 'number'): number {
    counters.length = Math.min(counters.length, this.#level + 1)
    if (bullet !== 'number') {
      delete counters[this.#level]
      return 0
    }
    const before = counters[this.#level]
    const value = before?.format === this.#format ? before.value + 1 : this.#start
    counters[this.#level] = { format: this.#format, value }
    return value
  }
}
