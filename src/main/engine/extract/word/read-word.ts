import { prefixed } from '#engine/extract/ooxml/prefixed'
import { commentsOf, headersOf, type Note, noteMarks, notesOf, storyStarts } from '#engine/extract/word/notes'
import { STORIES, type StoryName, type WordFile } from '#engine/extract/word/open-word'
import { readPieces } from '#engine/extract/word/read-pieces'
import { letterStyles, paragraphStyles } from '#engine/extract/word/read-properties'
import { StoryBlocks, type StyledDocument } from '#engine/extract/word/story-blocks'
import type { Block, BlockRole } from '#shared/model/block'

/** What is read of a Word file. */
export type WordBlocks = Readonly<{
  blocks: readonly Block[]
  /** Text that is not shown: addresses of links, words with deletions inside. */
  others: readonly string[]
  /** True where some of the text could not be read. */
  isCut: boolean
}>

/** All text of a Word file: headers, text, footers, then notes, comments and boxes. `decode` is for texts of one byte a letter. */
export function readWord(file: WordFile, decode: (bytes: Uint8Array) => string): WordBlocks {
  const { text, pieces, isCut } = readPieces(file, decode)
  const document: StyledDocument = {
    text,
    letters: letterStyles(file, pieces),
    paragraphs: paragraphStyles(file, pieces),
    noteMarks: noteMarks(file)
  }
  const starts = storyStarts(file, STORIES)
  const startOf = (story: StoryName): number => starts.get(story) ?? 0
  const whole = (story: StoryName): Note => ({ start: startOf(story), end: startOf(story) + file.lengths[story], label: '' })
  const others: string[] = []
  const read = (notes: readonly Note[], role: BlockRole | undefined): Block[] => {
    return notes.flatMap(({ start, end, label }) => {
      const found = new StoryBlocks(document, role, others).read(start, end)
      return found.map((block, index) => (index === 0 && label !== '' ? prefixed(block, label) : block))
    })
  }
  const { headers, footers } = headersOf(file, startOf('headers'))
  const blocks = [
    ...distinct(read(headers, 'header')),
    ...read([whole('text')], undefined),
    ...distinct(read(footers, 'footer')),
    ...read(notesOf(file, 'footnotes', startOf('footnotes')), 'footnote'),
    ...read(notesOf(file, 'endnotes', startOf('endnotes')), 'endnote'),
    ...read(commentsOf(file, startOf('comments')), 'comment'),
    ...read([whole('textBoxes'), whole('headerTextBoxes')], 'text-box')
  ]
  return { blocks, others: [...new Set(others)], isCut }
}

/** Every section may have the same header; it is shown once. */
function distinct(blocks: readonly Block[]): Block[] {
  const seen = new Set<string>()
  return blocks.filter(({ text }) => !seen.has(text) && seen.add(text).size > 0)
}
