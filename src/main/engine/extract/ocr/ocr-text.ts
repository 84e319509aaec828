/** From the engine's table of words to the text of a page and the places of its words. */
import type { LaidWord } from '#engine/extract/job'
import { BLOCK_SEPARATOR } from '#shared/model/block'

/** What OCR made of a page. `confidence` is the mean of the words kept, weighed by their length, 0 to 100; null without any. */
export type OcrPageText = Readonly<{ text: string; words: readonly LaidWord[]; confidence: number | null }>

/** A word as the engine gives it; its box in pixels. */
type TableWord = Readonly<{
  paragraph: string
  line: string
  left: number
  top: number
  width: number
  height: number
  confidence: number
  text: string
}>

const WORD_LEVEL = '5'
/** A page of writing lies above this mean; textures, faces and foliage lie below. */
const WRITING = 62
/** On a page of writing, signs and syllables below this are specks or lines. Longer words stay: names that no dictionary has come out at 0. */
const SPECK = 20
/** On any other page only what is surely a word is one: a sign, a plate, a caption. */
const SURE = 80
const SURE_LETTERS = 3
/** Before so many letters there is no page of writing. */
const FEW_LETTERS = 12

/** `size` is that of the picture as it was read. Lines of a paragraph are joined by a space, words parted by a hyphen are joined again. */
export function ocrText(table: string, size: Readonly<{ width: number; height: number }>): OcrPageText {
  const words = keptWords(parseTable(table))
  const laid: LaidWord[] = []
  let text = ''
  let previous: TableWord | undefined
  for (const word of words) {
    if (previous && isBroken(previous, word)) {
      text = text.slice(0, -1)
      const before = laid.pop()
      if (before) laid.push({ ...before, end: before.end - 1 })
    } else if (previous) text += previous.paragraph === word.paragraph ? ' ' : BLOCK_SEPARATOR
    laid.push({ start: text.length, end: text.length + word.text.length, ...boxOf(word, size) })
    text += word.text
    previous = word
  }
  return { text, words: laid, confidence: words.length === 0 ? null : meanConfidence(words) }
}

function parseTable(table: string): TableWord[] {
  return table.split('\n').flatMap((row) => {
    const [level, page, block, paragraph, line, , left, top, width, height, confidence, text = ''] = row.split('\t')
    const written = text.trim().replace(/\s+/g, ' ')
    if (level !== WORD_LEVEL || written === '') return []
    const inParagraph = `${page}.${block}.${paragraph}`
    return {
      paragraph: inParagraph,
      line: `${inParagraph}.${line}`,
      left: Number(left),
      top: Number(top),
      width: Number(width),
      height: Number(height),
      confidence: Number(confidence),
      text: written
    }
  })
}

/** Leaves out what is no writing, so that photographs do not fill the index with syllables. */
function keptWords(words: readonly TableWord[]): TableWord[] {
  const letters = words.reduce((sum, { text }) => sum + lettersIn(text), 0)
  if (letters >= FEW_LETTERS && meanConfidence(words) >= WRITING)
    return words.filter(({ text, confidence }) => confidence >= SPECK || lettersIn(text) >= SURE_LETTERS)
  return words.filter(({ text, confidence }) => confidence >= SURE && lettersIn(text) >= SURE_LETTERS)
}

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

function meanConfidence(words: readonly TableWord[]): number {
  let sum = 0
  let weights = 0
  for (const { text, confidence } of words) {
    sum += confidence * text.length
    weights += text.length
  }
  return weights === 0 ? 0 : sum / weights
}

/** Whether a line ends inside a word that the next line continues. */
function isBroken(previous: TableWord, word: TableWord): boolean {
  if (previous.paragraph !== word.paragraph || previous.line === word.line) return false
  return /\p{Ll}[-\u2010\u00ad]$/u.test(previous.text) && /^\p{Ll}/u.test(word.text)
}

function boxOf(word: TableWord, size: Readonly<{ width: number; height: number }>): Omit<LaidWord, 'start' | 'end'> {
  return {
    x: word.left / size.width,
    y: word.top / size.height,
    width: word.width / size.width,
    height: word.height / size.height
  }
}
