import { readStream } from '#engine/extract/cfb/cfb-stream'
import type { Cfb } from '#engine/extract/cfb/open-cfb'

const MOST_BYTES = 256 * 1024 * 1024

const WORD_97 = 0xc1
const [COMPLEX, ENCRYPTED, SECOND_TABLE] = [0x0004, 0x0100, 0x0200]

/** The parts of the text, in the order in which they stand behind each other. */
export const STORIES = ['text', 'footnotes', 'headers', 'macros', 'comments', 'endnotes', 'textBoxes', 'headerTextBoxes'] as const
export type StoryName = (typeof STORIES)[number]

/** A Word file of 1993 to 2003: its streams, and where in them things are (MS-DOC). */
export type WordFile = Readonly<{
  /** Word 6 and 95 keep bytes in one code page, everything in one stream, and other tables. */
  isOld: boolean
  isComplex: boolean
  main: Buffer
  table: Buffer
  /** Large properties of paragraphs. */
  data: Buffer
  /** Characters of each part. */
  lengths: Readonly<Record<StoryName, number>>
  /** Where the text lies in a file that is not complex. */
  textStart: number
  /** The table that stands at this place in the list of all (0-based); empty where there is none. Always so for old files. */
  part: (index: number) => Buffer
  /** Which stretches of the streams the text consists of. */
  pieces: Buffer
}>

/** `locked` for one that is encrypted, undefined for what is no Word file. */
export function openWord(cfb: Cfb): WordFile | 'locked' | undefined {
  const main = readStream(cfb, 'WordDocument', MOST_BYTES)
  if (main.length < 0x200) return undefined
  const magic = main.readUInt16LE(0)
  if (magic !== 0xa5ec && magic !== 0xa5dc) return undefined
  const flags = main.readUInt16LE(0x0a)
  if (flags & ENCRYPTED) return 'locked'
  const isOld = main.readUInt16LE(2) < WORD_97
  const base = { isOld, isComplex: (flags & COMPLEX) !== 0, main, textStart: main.readUInt32LE(0x18) }
  if (isOld) {
    const pieces = partOf(main, main.readUInt32LE(0x160), main.readUInt32LE(0x164))
    const lengths = lengthsFrom(main, [0x34, 0x38, 0x3c, 0x40, 0x44, 0x48, 0x4c, 0x50])
    return { ...base, table: main, data: Buffer.alloc(0), lengths, part: () => Buffer.alloc(0), pieces }
  }
  const table = readStream(cfb, flags & SECOND_TABLE ? '1Table' : '0Table', MOST_BYTES)
  const part = (index: number): Buffer => {
    const at = 0x9a + index * 8
    return at + 8 > main.length ? Buffer.alloc(0) : partOf(table, main.readUInt32LE(at), main.readUInt32LE(at + 4))
  }
  const lengths = lengthsFrom(main, [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64, 0x68])
  return { ...base, table, data: readStream(cfb, 'Data', MOST_BYTES), lengths, part, pieces: part(33) }
}

const partOf = (stream: Buffer, start: number, length: number): Buffer => stream.subarray(start, start + length)

function lengthsFrom(main: Buffer, places: readonly number[]): Record<StoryName, number> {
  const length = (story: StoryName): number => {
    const at = places[STORIES.indexOf(story)]
    return at === undefined ? 0 : main.readUInt32LE(at)
  }
  return {
    text: length('text'),
    footnotes: length('footnotes'),
    headers: length('headers'),
    macros: length('macros'),
    comments: length('comments'),
    endnotes: length('endnotes'),
    textBoxes: length('textBoxes'),
    headerTextBoxes: length('headerTextBoxes')
  }
}
