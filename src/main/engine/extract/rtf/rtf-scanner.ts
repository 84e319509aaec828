import { isUtf8 } from 'node:buffer'
import { type CodePage, codePage, codePageOfFont, namedCodePage } from '#engine/extract/rtf/code-pages'
import { type RtfTokens, readTokens } from '#engine/extract/rtf/read-tokens'

/** What is told of a file: groups, control words, and its text, decoded. */
export type RtfSink = Readonly<{
  open: () => void
  close: () => void
  /** `isStarred`: a program that does not know the word leaves its group out. */
  word: (name: string, value: number | undefined, isStarred: boolean) => void
  text: (text: string) => void
  /** Binary data of the file, from `start` to `end`. */
  binary: (start: number, end: number) => void
}>

/** How the reading of a document ended. */
export type RtfEnd = Readonly<{
  /** False when the file ends inside a group. */
  isWhole: boolean
  /** The character set of its bytes, as the document names it; null when all its text is ASCII or in Unicode. */
  charset: string | null
}>

/** Kinds of text for which a document names fonts side by side; the one named last counts. */
type Mode = 'f' | 'rtl' | 'lo' | 'hi' | 'db'

/** What groups hand on to the groups inside them. Never changed: a change makes another. */
type State = Readonly<{
  fonts: Readonly<Partial<Record<Mode, number>>>
  mode: Mode
  /** How many characters stand in for one in Unicode, for programs that do not know it. */
  substitutes: number
  isFontTable: boolean
}>

/** Groups inside groups beyond this are counted, not kept. */
const DEEPEST = 10_000
const MOST_FONTS = 20_000

const MODES: Readonly<Record<string, Mode>> = { ltrch: 'f', rtlch: 'rtl', loch: 'lo', hich: 'hi', dbch: 'db' }

/** Words and symbols that stand for a character. */
const CHARACTERS: Readonly<Record<string, string>> = {
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  endash: '–',
  emdash: '—',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  zwj: '\u200d',
  zwnj: '\u200c',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
  '~': '\u00a0',
  _: '\u2011',
  '{': '{',
  '}': '}',
  '\\': '\\'
}

/**
 * Reads a file of RTF: its groups and words as they come, its text decoded by the fonts it is set in. `chosen` is the character set a
 * person chose for what the document does not name. Never fails. Cost: linear.
 */
export function scanRtf(bytes: Uint8Array, sink: RtfSink, chosen: string | null): RtfEnd {
  const scanner = new Scanner(bytes, sink, chosen)
  readTokens(bytes, scanner, () => !scanner.isOver)
  return scanner.end()
}

class Scanner implements RtfTokens {
  readonly #bytes: Uint8Array
  readonly #sink: RtfSink
  readonly #chosen: CodePage | undefined
  readonly #fonts = new Map<number, CodePage>()
  readonly #outer: State[] = []
  #state: State = { fonts: {}, mode: 'f', substitutes: 1, isFontTable: false }
  #deeper = 0
  #default: CodePage | undefined
  #defaultFont: number | undefined
  #font = -1
  #isStarred = false
  #skip = 0
  #pending: number[] = []
  #hasRaw = false
  #charset: string | null = null
  #isOver = false

  constructor(bytes: Uint8Array, sink: RtfSink, chosen: string | null) {
    this.#bytes = bytes
    this.#sink = sink
    this.#chosen = chosen === null ? undefined : namedCodePage(chosen)
  }

  /** True once the outermost group has ended. */
  get isOver(): boolean {
    return this.#isOver
  }

  end(): RtfEnd {
    this.#flush()
    const isWhole = this.#isOver
    for (let left = this.#outer.length; left > 0; left--) this.#sink.close()
    return { isWhole, charset: this.#charset }
  }

  open = (): void => {
    this.#flush()
    this.#skip = 0
    this.#isStarred = false
    if (this.#outer.length >= DEEPEST) {
      this.#deeper++
      return
    }
    this.#outer.push(this.#state)
    this.#sink.open()
  }

  close = (): void => {
    this.#flush()
    this.#skip = 0
    this.#isStarred = false
    if (this.#deeper > 0) {
      this.#deeper--
      return
    }
    const outer = this.#outer.pop()
    if (!outer) return
    this.#state = outer
    this.#sink.close()
    this.#isOver = this.#outer.length === 0
  }

  word = (name: string, value: number | undefined): void => {
    this.#flush()
    const isStarred = this.#isStarred
    this.#isStarred = false
    const isUnicode = name === 'u' && value !== undefined
    if (this.#skip > 0 && !isUnicode) {
      // A word stands in for a character as well, unless it ends the paragraph: then the file miscounts.
      this.#skip--
      if (CHARACTERS[name] !== undefined) return
    }
    if (isUnicode) this.#unicode(value)
    else if (CHARACTERS[name] !== undefined) this.#write(CHARACTERS[name])
    else if (!this.#ownWord(name, value)) this.#sink.word(name, value, isStarred)
  }

  symbol = (character: string): void => {
    this.#flush()
    if (character === '*') {
      this.#isStarred = true
      return
    }
    if (this.#skip > 0) {
      this.#skip--
      return
    }
    // A backslash before the end of a line ends the paragraph.
    if (character === '\n' || character === '\r') this.#sink.word('par', undefined, false)
    else if (character === '\t') this.#sink.word('tab', undefined, false)
    else if (CHARACTERS[character] !== undefined) this.#write(CHARACTERS[character])
  }

  byte = (byte: number): void => {
    if (this.#skip > 0) this.#skip--
    else this.#pending.push(byte)
  }

  text = (start: number, end: number): void => {
    let from = start
    if (this.#skip > 0) {
      from = Math.min(start + this.#skip, end)
      this.#skip -= from - start
    }
    if (from >= end) return
    this.#isStarred = false
    if (this.#pending.length === 0 && isAsciiBetween(this.#bytes, from, end)) {
      this.#write(Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset + from, end - from).toString('latin1'))
      return
    }
    // The second byte of a character may be an ordinary letter.
    for (let at = from; at < end; at++) this.#pending.push(this.#bytes[at] ?? 0)
    this.#hasRaw = true
    this.#flush()
  }

  binary = (start: number, end: number): void => {
    this.#flush()
    this.#sink.binary(start, end)
  }

  #unicode(value: number): void {
    this.#write(String.fromCharCode(value & 0xffff))
    this.#skip = this.#state.substitutes
  }

  #write(text: string): void {
    if (!this.#state.isFontTable) this.#sink.text(text)
  }

  #flush(): void {
    if (this.#pending.length === 0) return
    const bytes = Uint8Array.from(this.#pending)
    this.#pending = []
    const hasRaw = this.#hasRaw
    this.#hasRaw = false
    if (isAsciiBetween(bytes, 0, bytes.length)) {
      this.#write(Buffer.from(bytes).toString('latin1'))
      return
    }
    // Some programs write UTF-8 without saying so.
    const page = hasRaw && isUtf8(bytes) ? namedCodePage('utf-8') : this.#codePage()
    if (this.#state.isFontTable || !page) return
    this.#charset ??= page.name
    this.#write(page.decode(bytes))
  }

  #codePage(): CodePage | undefined {
    const { fonts, mode } = this.#state
    const font = fonts[mode] ?? fonts.f ?? this.#defaultFont
    return (font === undefined ? undefined : this.#fonts.get(font)) ?? this.#chosen ?? this.#default ?? codePage(1252)
  }

  /** Words that say how bytes become characters; false for any other. */
  #ownWord(name: string, value: number | undefined): boolean {
    const state = this.#state
    const mode = MODES[name]
    if (mode !== undefined) this.#state = { ...state, mode }
    else if (name === 'f' && state.isFontTable) this.#font = value ?? 0
    else if (name === 'f' && value !== undefined) this.#state = { ...state, fonts: { ...state.fonts, f: value } }
    else if (name === 'af' && value !== undefined) this.#state = { ...state, fonts: { ...state.fonts, [state.mode]: value } }
    else if (name === 'uc') this.#state = { ...state, substitutes: Math.min(Math.max(value ?? 1, 0), 100) }
    else if (name === 'fonttbl') this.#state = { ...state, isFontTable: true }
    else if (name === 'deff') this.#defaultFont = value
    else if (name === 'plain') {
      this.#state = { ...state, fonts: {}, mode: 'f' }
      return false
    } else return this.#characterSet(name, value)
    return true
  }

  #characterSet(name: string, value: number | undefined): boolean {
    if (name === 'fcharset') this.#setFont(codePageOfFont(value ?? 0), value ?? 0)
    else if (name === 'cpg') this.#setFont(codePage(value ?? 1252), 1)
    else if (name === 'ansicpg') this.#default = codePage(value ?? 1252)
    else if (name === 'mac') this.#default ??= codePage(10000)
    else if (name === 'pc') this.#default ??= codePage(437)
    else if (name === 'pca') this.#default ??= codePage(850)
    else return false
    return true
  }

  /** A person's choice goes before what fonts of no particular script say. */
  #setFont(page: CodePage | undefined, charset: number): void {
    if (!page || this.#font < 0 || this.#fonts.size >= MOST_FONTS) return
    this.#fonts.set(this.#font, charset === 0 ? (this.#chosen ?? page) : page)
  }
}

function isAsciiBetween(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at] ?? 0) >= 0x80) return false
  return true
}
