import type { DateAtom } from '#shared/text/date-range/date-atom'
import { DATE_WORDS, dateWordKey } from '#shared/text/date-range/date-words'
import { foldWord } from '#shared/text/fold'

/** A run of digits or letters, or one sign; `glued` when no space stands before it. */
type Piece = Readonly<{ kind: 'digits' | 'letters' | 'sign'; text: string; glued: boolean }>
type Read = Readonly<{ atoms: readonly DateAtom[]; taken: number }>

const PIECE = /(\s*)(?:(\p{Nd}+)|([\p{L}\p{M}]+)|(\.{2,}|[^\s\p{L}\p{M}\p{Nd}]))/gu
const JOINING_SIGN = /^[-'’‘`.‐ʼʿʻ]$/u
const IGNORED_SIGN = /^[,،.;()'’‘`ʼʿʻ"“”«»]$/u
const DASH_SIGN = /^[-‐−–—―/~]$/u
const ORDINAL = /^(?:st|nd|rd|th|er|re|e|ام|م)$/u
/** The longest name in the table has four words; the signs between them count as well. */
const MOST_WORDS_JOINED = 4

function cutPieces(text: string): Piece[] {
  const plain = text.normalize('NFKC').replace(/[\p{Cf}ـ]/gu, '')
  return [...plain.matchAll(PIECE)].map(([, space = '', digits, letters, sign], index) => {
    const glued = space === '' && index > 0
    if (digits !== undefined) return { kind: 'digits', text: [...digits].map(foldWord).join(''), glued }
    if (letters !== undefined) return { kind: 'letters', text: foldWord(letters).replaceAll(' ', ''), glued }
    return { kind: 'sign', text: sign ?? '', glued }
  })
}

/** `1988-07-19`, `1367/5`, `19/7/1988`, `07.1988`, `19880719`: year first, or day first unless only month first can be meant. */
function readNumeric(pieces: readonly Piece[], at: number): Read | undefined {
  const [first, sign, second, signAgain, third] = pieces.slice(at, at + 5)
  if (!first) return undefined
  if (first.text.length === 8) {
    const [year, month, day] = [first.text.slice(0, 4), first.text.slice(4, 6), first.text.slice(6)].map(Number)
    return { atoms: [{ kind: 'numeric', year: year ?? 0, month: month ?? 0, day: day ?? 0 }], taken: 1 }
  }
  if (!isJoint(sign) || second?.kind !== 'digits' || !second.glued) return undefined
  const isTriple = isJoint(signAgain) && signAgain.text === sign.text && third?.kind === 'digits' && third.glued
  const triple = isTriple ? ofThree(first.text, second.text, third.text) : undefined
  if (triple) return { atoms: [triple], taken: 5 }
  const pair = ofTwo(first.text, second.text)
  return pair && { atoms: [pair], taken: 3 }
}

const isJoint = (piece: Piece | undefined): piece is Piece => piece?.glued === true && /^[-‐/.]$/.test(piece.text)
const isYear = (text: string): boolean => text.length === 4
const isShort = (text: string): boolean => text.length <= 2

function ofThree(first: string, second: string, third: string): DateAtom | undefined {
  if (!isShort(second)) return undefined
  const [one, two, three] = [Number(first), Number(second), Number(third)]
  if (isYear(first) && isShort(third)) return { kind: 'numeric', year: one, month: two, day: three }
  if (!isShort(first) || !isYear(third)) return undefined
  const isMonthFirst = two > 12 && one <= 12
  return { kind: 'numeric', year: three, month: isMonthFirst ? one : two, day: isMonthFirst ? two : one }
}

function ofTwo(first: string, second: string): DateAtom | undefined {
  if (isYear(first) && isShort(second) && Number(second) <= 12) return numericMonth(first, second)
  return isShort(first) && isYear(second) && Number(first) <= 12 ? numericMonth(second, first) : undefined
}

const numericMonth = (year: string, month: string): DateAtom => ({ kind: 'numeric', year: Number(year), month: Number(month) })

const GREGORIAN_DECADE: DateAtom = { kind: 'decade', numbering: 'gregory' }

/** A number alone, with the `s` of a decade or the ending of an ordinal. */
function readNumber(pieces: readonly Piece[], at: number): Read | undefined {
  const text = pieces[at]?.text ?? ''
  if (text.length > 4) return undefined
  const number: DateAtom = { kind: 'number', value: Number(text), digits: text.length }
  const [next, after] = pieces.slice(at + 1, at + 3)
  if (next?.glued && next.text === 's') return { atoms: [number, GREGORIAN_DECADE], taken: 2 }
  if (next?.glued && /^['’]$/.test(next.text) && after?.glued && after.text === 's') {
    return { atoms: [number, GREGORIAN_DECADE], taken: 3 }
  }
  const isOrdinal = text.length <= 2 && next?.glued === true && ORDINAL.test(next.text)
  return { atoms: [number], taken: isOrdinal ? 2 : 1 }
}

/** The longest known name that begins here, whatever spaces, hyphens, points and apostrophes part its words. */
function readWords(pieces: readonly Piece[], at: number): Read | undefined {
  let key = ''
  let words = 0
  let longest: Read | undefined
  for (let end = at; end < pieces.length && words < MOST_WORDS_JOINED; end++) {
    const piece = pieces[end]
    if (piece?.kind === 'letters') {
      key += piece.text
      words += 1
      const atom = DATE_WORDS.get(key)
      if (atom) longest = { atoms: [atom], taken: end + 1 - at }
    } else if (piece?.kind !== 'sign' || !JOINING_SIGN.test(piece.text)) break
  }
  return longest ?? withAffix(pieces[at]?.text ?? '')
}

const MONTH_SUFFIX = dateWordKey('ماه')

/** Arabic writes *and*, *in* and *to* at the head of the next word; Persian may write *month* at the end of its name. */
function withAffix(word: string): Read | undefined {
  const rest = DATE_WORDS.get(word.slice(1))
  if (rest && word.startsWith('و')) return { atoms: [{ kind: 'and' }, rest], taken: 1 }
  if (rest && /^[بل]/u.test(word)) return { atoms: [rest], taken: 1 }
  const month = word.endsWith(MONTH_SUFFIX) ? DATE_WORDS.get(word.slice(0, -MONTH_SUFFIX.length)) : undefined
  return month && { atoms: [month], taken: 1 }
}

function readSign(sign: string): Read | undefined {
  if (/^\.{2,}$/.test(sign)) return { atoms: [{ kind: 'dots' }], taken: 1 }
  if (DASH_SIGN.test(sign)) return { atoms: [{ kind: 'dash' }], taken: 1 }
  return IGNORED_SIGN.test(sign) ? { atoms: [], taken: 1 } : undefined
}

/** Cuts a date in words into what its parts say, any script's digits; undefined when a word or sign of it belongs to no date. */
export function lexDate(text: string): DateAtom[] | undefined {
  const pieces = cutPieces(text)
  const atoms: DateAtom[] = []
  let at = 0
  while (at < pieces.length) {
    const piece = pieces[at]
    const read =
      piece?.kind === 'digits'
        ? (readNumeric(pieces, at) ?? readNumber(pieces, at))
        : piece?.kind === 'letters'
          ? readWords(pieces, at)
          : readSign(piece?.text ?? '')
    if (!read) return undefined
    // The hyphen of mid-1988 and mi-juillet joins no two dates.
    if (!(atoms.at(-1)?.kind === 'part' && piece?.glued && read.atoms[0]?.kind === 'dash'))
      atoms.push(...read.atoms.filter((atom) => atom.kind !== 'noise'))
    at += read.taken
  }
  return atoms
}
