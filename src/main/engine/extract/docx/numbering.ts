import { listNumber } from '#engine/extract/ooxml/list-number'
import type { Package } from '#engine/extract/ooxml/open-package'
import type { Attributes } from '#engine/extract/xml/read-xml'

type Level = {
  start: number
  format: string
  text: string
  isLegal: boolean
  restart: number | undefined
  style: string | undefined
}
type List = { levels: Map<number, Level>; styleLink: string | undefined; numStyleLink: string | undefined }
type Instance = { list: string; starts: Map<number, number>; levels: Map<number, Level> }

/** How a paragraph of a list is marked: a bullet, a number by itself, or a label that has to stand in the text (`a)`, `1.2`, `Article 3`). */
export type ListMark = Readonly<{ level: number; ordinal: number | undefined; label: string | undefined }>

const DEEPEST = 8
const PLAIN_NUMBER = /^[\s([]*%(\d)[\s.)\]:\u2013-]*$/
const LONGEST_LABEL = 80

/** The lists of a document. It counts along, so it is asked once for each paragraph, in order. */
export class Numbering {
  readonly #lists = new Map<string, List>()
  readonly #instances = new Map<string, Instance>()
  readonly #counters = new Map<string, number[]>()
  readonly #started = new Set<string>()
  readonly #styleLinks = new Map<string, string>()

  constructor(opened: Package, part: string | undefined) {
    if (part === undefined) return
    const reader = new NumberingReader(this.#lists, this.#instances)
    opened.readNow(part, reader)
    for (const [id, { styleLink }] of this.#lists) if (styleLink !== undefined) this.#styleLinks.set(styleLink, id)
  }

  /** Counts one paragraph; undefined when it is in no list. */
  next(numId: string, ilvl: number | undefined, style: string): ListMark | undefined {
    const instance = this.#instances.get(numId)
    if (!instance) return undefined
    const listId = this.#linked(instance.list)
    const levels = this.#lists.get(listId)?.levels ?? new Map<number, Level>()
    const at = Math.min(Math.max(ilvl ?? levelOfStyle(levels, style) ?? 0, 0), DEEPEST)
    const levelOf = (level: number): Level | undefined => instance.levels.get(level) ?? levels.get(level)
    const counters = this.#count(numId, instance, listId, at, levelOf)
    const level = levelOf(at)
    if (level === undefined || level.format === 'bullet') return { level: at + 1, ordinal: undefined, label: undefined }
    const only = PLAIN_NUMBER.exec(level.text)?.[1]
    if (only === String(at + 1) && level.format === 'decimal') return { level: at + 1, ordinal: counters[at], label: undefined }
    return { level: at + 1, ordinal: undefined, label: labelOf(level, counters, levelOf) }
  }

  #linked(listId: string): string {
    const link = this.#lists.get(listId)?.numStyleLink
    return (link === undefined ? undefined : this.#styleLinks.get(link)) ?? listId
  }

  /** Lists that share their definition count on together, unless one says where it starts. */
  #count(
    numId: string,
    instance: Instance,
    listId: string,
    at: number,
    levelOf: (level: number) => Level | undefined
  ): readonly number[] {
    const counters = this.#counters.get(listId) ?? []
    this.#counters.set(listId, counters)
    const startOf = (level: number): number => instance.starts.get(level) ?? levelOf(level)?.start ?? 1
    const isFirst = !this.#started.has(`${numId} ${at}`)
    this.#started.add(`${numId} ${at}`)
    const before = counters[at]
    counters[at] = before === undefined || (isFirst && instance.starts.has(at)) ? startOf(at) : before + 1
    for (let above = 0; above < at; above++) counters[above] ??= startOf(above)
    for (let below = at + 1; below <= DEEPEST; below++) {
      const restart = levelOf(below)?.restart
      if (restart === undefined || (restart > 0 && at < restart)) delete counters[below]
    }
    return counters
  }
}

function levelOfStyle(levels: ReadonlyMap<number, Level>, style: string): number | undefined {
  if (style === '') return undefined
  return [...levels].find(([, level]) => level.style === style)?.[0]
}

/** `%1.%2` filled in. */
function labelOf(level: Level, counters: readonly number[], levelOf: (level: number) => Level | undefined): string | undefined {
  const text = level.text.slice(0, LONGEST_LABEL).replace(/%(\d)/g, (_all, digit: string) => {
    const at = Number(digit) - 1
    const format = level.isLegal ? 'decimal' : (levelOf(at)?.format ?? 'decimal')
    return format === 'bullet' ? '' : listNumber(counters[at] ?? 1, format)
  })
  const label = text.replace(/\s+/g, ' ').trim()
  return label === '' ? undefined : label
}

class NumberingReader {
  readonly #lists: Map<string, List>
  readonly #instances: Map<string, Instance>
  #list: List | undefined
  #instance: Instance | undefined
  #level: Level | undefined
  #override = 0

  constructor(lists: Map<string, List>, instances: Map<string, Instance>) {
    this.#lists = lists
    this.#instances = instances
  }

  open = (name: string, attributes: Attributes): void => {
    const value = attributes['w:val']
    if (name === 'w:abstractNum') {
      this.#list = { levels: new Map(), styleLink: undefined, numStyleLink: undefined }
      this.#lists.set(attributes['w:abstractNumId'] ?? '', this.#list)
    } else if (name === 'w:num') {
      this.#instance = { list: '', starts: new Map(), levels: new Map() }
      this.#instances.set(attributes['w:numId'] ?? '', this.#instance)
    } else if (name === 'w:abstractNumId' && this.#instance) this.#instance.list = value ?? ''
    else if (name === 'w:styleLink' && this.#list) this.#list.styleLink = value
    else if (name === 'w:numStyleLink' && this.#list) this.#list.numStyleLink = value
    else if (name === 'w:lvlOverride') this.#override = Number(attributes['w:ilvl'] ?? 0)
    else if (name === 'w:startOverride') this.#instance?.starts.set(this.#override, numberOf(value, 1))
    else if (name === 'w:lvl') this.#beginLevel(Number(attributes['w:ilvl'] ?? 0))
    else if (this.#level) fill(this.#level, name, attributes)
  }

  close = (name: string): void => {
    if (name === 'w:lvl') this.#level = undefined
    else if (name === 'w:abstractNum') this.#list = undefined
    else if (name === 'w:num') this.#instance = undefined
  }

  #beginLevel(at: number): void {
    this.#level = { start: 1, format: 'decimal', text: '', isLegal: false, restart: undefined, style: undefined }
    const levels = this.#instance?.levels ?? this.#list?.levels
    if (at >= 0 && at <= DEEPEST) levels?.set(at, this.#level)
  }
}

function fill(level: Level, name: string, attributes: Attributes): void {
  const value = attributes['w:val']
  if (name === 'w:start') level.start = numberOf(value, 1)
  else if (name === 'w:numFmt') level.format = value ?? 'decimal'
  else if (name === 'w:lvlText') level.text = value ?? ''
  else if (name === 'w:isLgl') level.isLegal = value === undefined || !(value === '0' || value === 'false')
  else if (name === 'w:lvlRestart') level.restart = numberOf(value, 0)
  else if (name === 'w:pStyle') level.style = value
}

function numberOf(value: string | undefined, otherwise: number): number {
  const number = Number(value)
  return Number.isSafeInteger(number) && number >= 0 && number < 1_000_000 ? number : otherwise
}
