import { parseDate } from '#engine/extract/dates/dates'
import { type FoundMetadata, NOTHING_FOUND } from '#engine/extract/found'
import type { Fact, FactName } from '#shared/model/fact'

const LONGEST = 1000
const NO_TITLE = /^(?:untitled|document|(?:microsoft word - )?.*\.(?:docx?|rtf|odt))?\s*\d*$/i

/** Parts of a time, as `\creatim` and its like state them. */
export type RtfTime = Partial<Record<'yr' | 'mo' | 'dy' | 'hr' | 'min' | 'sec', number>>

const TIME_PARTS: ReadonlySet<string> = new Set<keyof RtfTime>(['yr', 'mo', 'dy', 'hr', 'min', 'sec'])

/** Whether a word states a part of a time. */
export function isTimePart(name: string): name is keyof RtfTime {
  return TIME_PARTS.has(name)
}

/** What an RTF document says of itself, by the words of its `\info` group. */
export class RtfMeta {
  readonly #values = new Map<string, string>()
  readonly #times = new Map<string, string>()

  set(name: string, value: string): void {
    const text = value
      .replace(/\s+/g, ' ')
      .slice(0, 2 * LONGEST)
      .replace(/[\s;]+$/, '')
      .trim()
      .slice(0, LONGEST)
    if (text !== '' && !this.#values.has(name)) this.#values.set(name, text)
  }

  setTime(name: string, { yr, mo, dy, hr, min, sec }: RtfTime): void {
    if (!yr || !mo || !dy || yr < 1900 || yr > 9999 || mo > 12 || dy > 31) return
    const two = (value: number): string => String(value).padStart(2, '0')
    const time = hr === undefined || min === undefined ? '' : `T${two(hr)}:${two(min)}:${two(sec ?? 0)}`
    this.#times.set(name, `${yr}-${two(mo)}-${two(dy)}${time}`)
  }

  get metadata(): FoundMetadata {
    const title = this.#values.get('title') ?? null
    const created = this.#times.get('creatim') ?? this.#times.get('revtim')
    return {
      ...NOTHING_FOUND,
      title: title === null || NO_TITLE.test(title) ? null : title,
      author: this.#values.get('author') ?? null,
      date: created === undefined ? null : parseDate(created.slice(0, 10))
    }
  }

  get facts(): Fact[] {
    const author = this.#values.get('author')
    const last = this.#values.get('operator')
    const facts: [FactName, string | undefined][] = [
      ['subject', this.#values.get('subject')],
      ['keywords', this.#values.get('keywords')],
      ['description', this.#values.get('doccomm')],
      ['category', this.#values.get('category')],
      ['company', this.#values.get('company')],
      ['last-author', last === author ? undefined : last],
      ['created', this.#times.get('creatim')],
      ['modified', this.#times.get('revtim')],
      ['revision', this.#values.get('version')],
      ['creator', this.#values.get('generator')]
    ]
    return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []))
  }
}
