import { languageOf } from '#engine/extract/language/language'
import { countScripts, mainScript, type Script } from '#engine/extract/language/scripts'

/** Fewer letters than this are no stretch: a quotation, a name, an address. */
const LEAST_LETTERS = 200
/** A stretch is looked at in pieces of so many characters, and of one script in no more than so many places. */
const PIECE = 360
const MOST_PIECES = 8
/** Of longer texts only so much is looked at for scripts, in so many slices. */
const MOST_LOOKED_AT = 2_000_000
const SLICES = 64

/**
 * The languages (BCP 47) of the longer stretches of a text, most text first; empty when there are not two. `main` is the language of the
 * whole, which is believed where a stretch leaves it open. Cost: one pass over the letters, and some eight guesses for each script (2 ms).
 */
export async function languagesOf(text: string, main: string): Promise<string[]> {
  if (text.length < 2 * LEAST_LETTERS) return []
  const looked = text.length > MOST_LOOKED_AT ? slicesOf(text) : text
  const letters = new Map<string, { tag: string; letters: number }>()
  for (const [script, stretch] of stretchesByScript(looked)) {
    for (const [tag, count] of await languagesInScript(stretch, script, main)) {
      const base = tag.split('-')[0] ?? tag
      const known = letters.get(base)
      letters.set(base, { tag: known?.tag ?? tag, letters: (known?.letters ?? 0) + count })
    }
  }
  const found = [...letters.values()].filter((language) => language.tag !== 'und').sort((a, b) => b.letters - a.letters)
  return found.length < 2 ? [] : found.map(({ tag }) => tag)
}

function slicesOf(text: string): string {
  const length = Math.floor(MOST_LOOKED_AT / SLICES)
  const step = (text.length - length) / (SLICES - 1)
  return Array.from({ length: SLICES }, (_, index) => {
    const start = Math.floor(index * step)
    return text.slice(start, start + length)
  }).join('\n')
}

/** The text of each script that has a stretch of it: of one script as it is; of several, the lines that are mostly in each. */
function stretchesByScript(text: string): Map<Script, string> {
  const large = [...countScripts(text)].filter(([script, letters]) => letters * weight(script) >= LEAST_LETTERS)
  const [only] = large
  if (large.length === 0 || only === undefined) return new Map()
  if (large.length === 1) return new Map([[only[0], text]])
  const lines = new Map<Script, string[]>()
  for (const line of text.split('\n')) {
    const [script] = mainScript(countScripts(line))
    if (script === undefined) continue
    const known = lines.get(script)
    if (known) known.push(line)
    else lines.set(script, [line])
  }
  // Japanese lines without a sign of its own look Chinese.
  const [kana, han] = [lines.get('kana'), lines.get('han')]
  if (kana && han && han.join('').length < kana.join('').length) {
    lines.set('kana', [...kana, ...han])
    lines.delete('han')
  }
  return new Map([...lines].map(([script, own]) => [script, own.join('\n')]))
}

const weight = (script: Script): number => (script === 'han' || script === 'kana' || script === 'hangul' ? 3 : 1)

/** The languages of a text in one script, each with the letters that are likely in it. */
async function languagesInScript(text: string, script: Script, main: string): Promise<Map<string, number>> {
  const letters = (countScripts(text).get(script) ?? 0) * weight(script)
  if (letters < LEAST_LETTERS) return new Map()
  const declared = main === 'und' ? null : main
  const { language: usual } = await languageOf(text, declared, null)
  const pieces = piecesOf(text)
  const counts = new Map<string, number>()
  for (const piece of pieces) {
    const language = await languageOfPiece(piece, script, usual)
    counts.set(language, (counts.get(language) ?? 0) + letters / pieces.length)
  }
  return counts
}

/** Pieces spread over a text, or the whole of it where it is short. */
function piecesOf(text: string): string[] {
  const count = Math.max(1, Math.min(MOST_PIECES, Math.floor(text.length / PIECE)))
  const step = text.length / count
  return Array.from({ length: count }, (_, index) => {
    const start = Math.floor(index * step)
    return text.slice(start, start + Math.min(PIECE, Math.ceil(step)))
  })
}

/** A piece is in another language than the text around it only when it has the letters for it, and both its halves say so. */
async function languageOfPiece(piece: string, script: Script, usual: string): Promise<string> {
  const declared = usual === 'und' ? null : usual
  const { language } = await languageOf(piece, declared, null)
  if (isSame(language, usual)) return usual
  if ((countScripts(piece).get(script) ?? 0) * weight(script) < LEAST_LETTERS) return usual
  const half = piece.indexOf(' ', piece.length / 2)
  if (half < 0) return language
  for (const part of [piece.slice(0, half), piece.slice(half)]) {
    if (!isSame((await languageOf(part, declared, null)).language, language)) return usual
  }
  return language
}

const isSame = (a: string, b: string): boolean => a.split('-')[0] === b.split('-')[0]
