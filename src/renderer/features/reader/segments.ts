import type { Mark } from '#renderer/features/reader/marks.ts'
import type { InlineRun } from '#shared/model/block'

/** A stretch of text drawn in one style. */
export type Segment = Readonly<{
  text: string
  /** Where it begins in the block's text, in UTF-16 code units. */
  start: number
  strong: boolean
  emphasis: boolean
  code: boolean
  /** Tracked changes. */
  inserted: boolean
  deleted: boolean
  /** Index of the hit it belongs to; null outside hits. */
  mark: number | null
}>

/** Neighbouring segments under one link, or under none. */
export type SegmentGroup = Readonly<{ link: InlineRun | null; segments: readonly Segment[] }>

/**
 * Cuts a block's text at every edge of its inline runs and marks, so that both can be drawn without nesting one inside the other.
 * The segments joined are the text. Runs and marks outside the text are ignored. Cost: edges × runs over each edge.
 */
export function segmentsOf(text: string, inline: readonly InlineRun[], marks: readonly Mark[]): SegmentGroup[] {
  if (text === '') return []
  if (inline.length === 0 && marks.length === 0) return [{ link: null, segments: [plain(text)] }]
  const groups: { link: InlineRun | null; segments: Segment[] }[] = []
  const cursor = new Sweep(inline)
  const edges = edgesOf(text.length, inline, marks)
  let nextMark = 0
  for (let index = 0; index + 1 < edges.length; index++) {
    const start = edges[index] ?? 0
    const end = edges[index + 1] ?? text.length
    while ((marks[nextMark]?.end ?? Number.POSITIVE_INFINITY) <= start) nextMark++
    const mark = marks[nextMark]
    const over = cursor.at(start)
    const link = over.find((run) => run.style === 'link' && run.href !== undefined) ?? null
    const segment: Segment = {
      text: text.slice(start, end),
      start,
      strong: over.some((run) => run.style === 'strong'),
      emphasis: over.some((run) => run.style === 'emphasis'),
      code: over.some((run) => run.style === 'code'),
      inserted: over.some((run) => run.style === 'inserted'),
      deleted: over.some((run) => run.style === 'deleted'),
      mark: mark !== undefined && mark.start <= start ? mark.index : null
    }
    const last = groups.at(-1)
    if (last !== undefined && last.link === link) last.segments.push(segment)
    else groups.push({ link, segments: [segment] })
  }
  return groups
}

function plain(text: string): Segment {
  return { text, start: 0, strong: false, emphasis: false, code: false, inserted: false, deleted: false, mark: null }
}

function edgesOf(length: number, inline: readonly InlineRun[], marks: readonly Mark[]): number[] {
  const edges = new Set<number>([0, length])
  for (const { start, end } of [...inline, ...marks]) {
    if (start > 0 && start < length) edges.add(start)
    if (end > 0 && end < length) edges.add(end)
  }
  return [...edges].sort((a, b) => a - b)
}

/** Walks the runs once, from left to right: a page of ten thousand links stays linear. */
class Sweep {
  readonly #pending: readonly InlineRun[]
  #next = 0
  #open: InlineRun[] = []

  constructor(inline: readonly InlineRun[]) {
    this.#pending = [...inline].sort((a, b) => a.start - b.start)
  }

  at(position: number): readonly InlineRun[] {
    this.#open = this.#open.filter((run) => run.end > position)
    for (let run = this.#pending[this.#next]; run !== undefined && run.start <= position; run = this.#pending[this.#next]) {
      if (run.end > position) this.#open.push(run)
      this.#next++
    }
    return this.#open
  }
}
