import { listNumber } from '#engine/extract/ooxml/list-number'
import type { StoryName, WordFile } from '#engine/extract/word/open-word'

/** A part of a part: one note, one comment, one header; in characters from the beginning of the document. */
export type Note = Readonly<{ start: number; end: number; label: string }>

const [FOOTNOTE_MARKS, FOOTNOTES, COMMENT_MARKS, COMMENTS] = [2, 3, 4, 5]
const [HEADERS, COMMENT_AUTHORS, ENDNOTE_MARKS, ENDNOTES] = [11, 36, 46, 47]
const COMMENT_MARK_BYTES = 30
const AUTHOR_IN_MARK = 20
/** The first six lines that count as headers part notes from the text. */
const SEPARATORS = 6
/** Of six for each section: headers of even, odd and first pages; the others are footers. */
const HEADER_KINDS: ReadonlySet<number> = new Set([0, 1, 4])

/** Where marks of notes stand in the text, with what stands there. */
export function noteMarks(file: WordFile): Map<number, string> {
  const marks = new Map<number, string>()
  for (const part of [FOOTNOTE_MARKS, ENDNOTE_MARKS]) {
    const list = file.part(part)
    const count = Math.floor((list.length - 4) / 6)
    for (let at = 0; at < count; at++) marks.set(list.readUInt32LE(at * 4), `[${labelOf(part === ENDNOTE_MARKS, at)}]`)
  }
  return marks
}

const labelOf = (isEndnote: boolean, index: number): string => (isEndnote ? listNumber(index + 1, 'lowerRoman') : `${index + 1}`)

/** The footnotes, or the endnotes, that begin at `base`; without their list, all of them as one. */
export function notesOf(file: WordFile, story: 'footnotes' | 'endnotes', base: number): Note[] {
  const isEndnote = story === 'endnotes'
  const ranges = rangesOf(file.part(isEndnote ? ENDNOTES : FOOTNOTES), base, file.lengths[story])
  return ranges.map(({ start, end }, index) => ({ start, end, label: `[${labelOf(isEndnote, index)}] ` }))
}

/** The comments with the names of who wrote them. */
export function commentsOf(file: WordFile, base: number): Note[] {
  const marks = file.part(COMMENT_MARKS)
  const count = Math.floor((marks.length - 4) / (4 + COMMENT_MARK_BYTES))
  const authors = namesIn(file.part(COMMENT_AUTHORS))
  return rangesOf(file.part(COMMENTS), base, file.lengths.comments).map(({ start, end }, index) => {
    const at = (count + 1) * 4 + index * COMMENT_MARK_BYTES + AUTHOR_IN_MARK
    const author = index < count && at + 2 <= marks.length ? authors[marks.readUInt16LE(at)] : undefined
    return { start, end, label: author === undefined ? '' : `${author}: ` }
  })
}

/** Headers and footers of all sections. */
export function headersOf(file: WordFile, base: number): Readonly<{ headers: readonly Note[]; footers: readonly Note[] }> {
  const ranges = rangesOf(file.part(HEADERS), base, file.lengths.headers)
  const named = ranges.map(({ start, end }, index) => ({ start, end, label: '', isHeader: HEADER_KINDS.has(index % SEPARATORS) }))
  // Without a list all of it is one range, which counts as a header.
  const real = ranges.length > SEPARATORS ? named.slice(SEPARATORS) : named.length === 1 ? named : []
  return { headers: real.filter(({ isHeader }) => isHeader), footers: real.filter(({ isHeader }) => !isHeader) }
}

/** The stretches between the places in a list; the whole part where there is no list, or one that can not be. */
function rangesOf(list: Buffer, base: number, length: number): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = []
  for (let at = 0; at + 8 <= list.length; at += 4) {
    const [start, end] = [list.readUInt32LE(at), list.readUInt32LE(at + 4)]
    if (end < start || end > length) break
    ranges.push({ start: base + start, end: base + end })
  }
  return ranges.length === 0 && length > 0 ? [{ start: base, end: base + length }] : ranges
}

function namesIn(list: Buffer): string[] {
  const names: string[] = []
  for (let at = 0; at + 2 <= list.length; ) {
    const end = at + 2 + list.readUInt16LE(at) * 2
    names.push(
      list
        .toString('utf16le', at + 2, end)
        .replaceAll('\0', '')
        .trim()
    )
    at = end
  }
  return names
}

/** Where each part of the text begins. */
export function storyStarts(file: WordFile, stories: readonly StoryName[]): Map<StoryName, number> {
  const starts = new Map<StoryName, number>()
  let at = 0
  for (const story of stories) {
    starts.set(story, at)
    at += file.lengths[story]
  }
  return starts
}
