import type { Direction } from '#shared/model/document'

/** Fewer letters than this tell nothing. */
const LEAST_LETTERS = 15
/** Characters looked at for scripts, and given to the detector (which reads some hundred bytes). */
const SAMPLE = 4096
const DETECTED = 1000

type Script =
  | 'latin'
  | 'arabic'
  | 'cyrillic'
  | 'greek'
  | 'hebrew'
  | 'armenian'
  | 'georgian'
  | 'thai'
  | 'lao'
  | 'khmer'
  | 'myanmar'
  | 'tibetan'
  | 'ethiopic'
  | 'hangul'
  | 'kana'
  | 'han'
  | 'devanagari'
  | 'bengali'
  | 'gurmukhi'
  | 'gujarati'
  | 'oriya'
  | 'tamil'
  | 'telugu'
  | 'kannada'
  | 'malayalam'
  | 'sinhala'
  | 'syriac'
  | 'thaana'
  | 'mongolian'
  | 'cherokee'
  | 'tifinagh'

/** First and last code unit of each script, ascending. */
const RANGES: readonly (readonly [number, number, Script])[] = [
  [0x41, 0x5a, 'latin'],
  [0x61, 0x7a, 'latin'],
  [0xc0, 0x24f, 'latin'],
  [0x370, 0x3ff, 'greek'],
  [0x400, 0x52f, 'cyrillic'],
  [0x531, 0x587, 'armenian'],
  [0x5d0, 0x5ea, 'hebrew'],
  [0x620, 0x64a, 'arabic'],
  [0x66e, 0x6d3, 'arabic'],
  [0x6d5, 0x6ff, 'arabic'],
  [0x710, 0x72f, 'syriac'],
  [0x750, 0x77f, 'arabic'],
  [0x780, 0x7b1, 'thaana'],
  [0x900, 0x97f, 'devanagari'],
  [0x980, 0x9ff, 'bengali'],
  [0xa00, 0xa7f, 'gurmukhi'],
  [0xa80, 0xaff, 'gujarati'],
  [0xb00, 0xb7f, 'oriya'],
  [0xb80, 0xbff, 'tamil'],
  [0xc00, 0xc7f, 'telugu'],
  [0xc80, 0xcff, 'kannada'],
  [0xd00, 0xd7f, 'malayalam'],
  [0xd80, 0xdff, 'sinhala'],
  [0xe00, 0xe7f, 'thai'],
  [0xe80, 0xeff, 'lao'],
  [0xf00, 0xfff, 'tibetan'],
  [0x1000, 0x109f, 'myanmar'],
  [0x10a0, 0x10ff, 'georgian'],
  [0x1100, 0x11ff, 'hangul'],
  [0x1200, 0x139f, 'ethiopic'],
  [0x13a0, 0x13ff, 'cherokee'],
  [0x1780, 0x17ff, 'khmer'],
  [0x1820, 0x18aa, 'mongolian'],
  [0x1c90, 0x1cbf, 'georgian'],
  [0x1e00, 0x1eff, 'latin'],
  [0x1f00, 0x1fff, 'greek'],
  [0x2d30, 0x2d7f, 'tifinagh'],
  [0x3041, 0x30ff, 'kana'],
  [0x3400, 0x9fff, 'han'],
  [0xac00, 0xd7a3, 'hangul'],
  [0xf900, 0xfaff, 'han'],
  [0xfb50, 0xfdff, 'arabic'],
  [0xfe70, 0xfefc, 'arabic']
]

/** Scripts that one language of any size uses today. */
const LANGUAGE_OF: Readonly<Partial<Record<Script, string>>> = {
  greek: 'el',
  armenian: 'hy',
  hebrew: 'he',
  thaana: 'dv',
  bengali: 'bn',
  gurmukhi: 'pa',
  gujarati: 'gu',
  oriya: 'or',
  tamil: 'ta',
  telugu: 'te',
  kannada: 'kn',
  malayalam: 'ml',
  sinhala: 'si',
  thai: 'th',
  lao: 'lo',
  tibetan: 'bo',
  myanmar: 'my',
  georgian: 'ka',
  hangul: 'ko',
  khmer: 'km',
  cherokee: 'chr',
  kana: 'ja',
  han: 'zh'
}

/** Declarations that name another language of the same script are believed: Yiddish is not Hebrew, Cantonese not Mandarin. */
const SHARING: Readonly<Partial<Record<Script, readonly string[]>>> = {
  hebrew: ['yi', 'lad'],
  han: ['yue', 'wuu', 'nan', 'hak', 'lzh', 'ja'],
  bengali: ['as'],
  ethiopic: ['am', 'ti', 'gez'],
  devanagari: ['hi', 'mr', 'ne', 'sa', 'mai', 'bho', 'kok'],
  myanmar: ['shn', 'mnw'],
  tibetan: ['dz'],
  georgian: ['xmf']
}

const RTL = new Set([
  'ar',
  'fa',
  'ur',
  'ps',
  'sd',
  'ug',
  'ckb',
  'he',
  'yi',
  'dv',
  'azb',
  'syr',
  'arc',
  'ku-arab',
  'pa-arab',
  'ks',
  'bal',
  'glk',
  'mzn',
  'lrc',
  'prs'
])
const RTL_SCRIPTS = new Set<Script>(['arabic', 'hebrew', 'syriac', 'thaana'])

/** The detector's names where BCP 47 has another. */
const DETECTOR_NAMES: Readonly<Record<string, string>> = { ku: 'ckb', no: 'nb', tl: 'fil' }

/** Letters that Persian, Arabic and Urdu lack, and the language that has them. */
const LETTER_RULES: readonly (readonly [string, RegExp])[] = [
  ['ps', /[ټډړږښڼ]/g],
  ['sd', /[ڄڃٻڀڳڱ]/g],
  ['ug', /[ۇۈڭ]/g]
]

export type LanguageOfText = Readonly<{ language: string; direction: Direction }>

/**
 * The language (BCP 47, `und` when the text does not tell) and the direction of a text. What the document declares is used where the
 * text leaves it open; where the text is clear it wins, since declarations are often left over from a template.
 */
export async function languageOf(text: string, declared: string | null, direction: Direction | null): Promise<LanguageOfText> {
  const sample = sampleOf(text)
  const counts = countScripts(sample)
  const [script, letters] = mainScript(counts)
  const tag = declared === null ? null : canonicalTag(declared)
  const language = (await detect(sample, script, letters, counts, tag)) ?? tag ?? 'und'
  const byScript = script === undefined ? undefined : RTL_SCRIPTS.has(script) ? 'rtl' : 'ltr'
  return { language, direction: byScript ?? direction ?? (RTL.has(language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr') }
}

/** From a third into the text: headers and menus stand at the top. Short texts whole. */
function sampleOf(text: string): string {
  if (text.length <= SAMPLE) return text
  const start = Math.floor((text.length - SAMPLE) / 3)
  return text.slice(start, start + SAMPLE)
}

function countScripts(sample: string): Map<Script, number> {
  const counts = new Map<Script, number>()
  let last: readonly [number, number, Script] | undefined
  let run = 0
  for (let at = 0; at < sample.length; at++) {
    const unit = sample.charCodeAt(at)
    if (last && unit >= last[0] && unit <= last[1]) {
      run++
      continue
    }
    if (last && run > 0) counts.set(last[2], (counts.get(last[2]) ?? 0) + run)
    run = 0
    last = RANGES.find(([first, end]) => unit >= first && unit <= end) ?? (unit < 0x41 ? last : undefined)
    if (last && unit >= last[0]) run = 1
  }
  if (last && run > 0) counts.set(last[2], (counts.get(last[2]) ?? 0) + run)
  return counts
}

function mainScript(counts: ReadonlyMap<Script, number>): [Script | undefined, number] {
  // A sign of Chinese or Korean says as much as two or three letters.
  const weight = (script: Script): number => (script === 'han' || script === 'kana' || script === 'hangul' ? 3 : 1)
  const [script, letters] = [...counts].sort((a, b) => b[1] * weight(b[0]) - a[1] * weight(a[0]))[0] ?? [undefined, 0]
  // Japanese mixes its own signs into Chinese ones.
  if (script === 'han' && (counts.get('kana') ?? 0) > letters * 0.05) return ['kana', letters + (counts.get('kana') ?? 0)]
  return [script, script === undefined ? 0 : letters * weight(script)]
}

async function detect(
  sample: string,
  script: Script | undefined,
  letters: number,
  counts: ReadonlyMap<Script, number>,
  declared: string | null
): Promise<string | undefined> {
  if (script === undefined || letters < LEAST_LETTERS) return undefined
  const base = declared?.split('-')[0]
  const only = LANGUAGE_OF[script]
  const shared = SHARING[script]
  if (declared && base && (base === only || shared?.includes(base))) return declared
  if (only) return only === 'zh' ? chinese(sample) : only
  const ruled = script === 'arabic' ? byLetters(sample, counts.get('arabic') ?? 0) : undefined
  if (ruled) return ruled
  const guess = await guessLanguage(sample, letters)
  if (!guess) return undefined
  // The region and the script of a declaration are worth keeping where the language agrees.
  if (declared && base === guess.language.split('-')[0]) return declared
  return guess.isSure || declared === null || !couldBe(declared, script) ? guess.language : undefined
}

function byLetters(sample: string, letters: number): string | undefined {
  for (const [language, pattern] of LETTER_RULES) {
    const hits = sample.match(pattern)?.length ?? 0
    if (hits >= 2 && hits >= letters * 0.01) return language
  }
  return undefined
}

/** Whether text in this script may be in the declared language at all. */
function couldBe(declared: string, script: Script): boolean {
  const isRtl = RTL.has(declared.split('-')[0] ?? '')
  return isRtl === RTL_SCRIPTS.has(script)
}

/** Letters only in traditional, or only in simplified, Chinese. */
function chinese(sample: string): string {
  const traditional =
    sample.match(/[這個們來時會對說國學為與產發經點間關機實現種應這裡後麼還過開問權應務聯總據認導員萬種領處費傳體書]/g)?.length ??
    0
  const simplified =
    sample.match(/[这个们来时会对说国学为与产发经点间关机实现种应里后么还过开问权务联总据认导员万领处费传体书]/g)?.length ?? 0
  return traditional > simplified * 2 ? 'zh-Hant' : 'zh'
}

type Guess = Readonly<{ language: string; isSure: boolean }>

async function guessLanguage(sample: string, letters: number): Promise<Guess | undefined> {
  const { eld } = await import('eld/medium')
  const text = sample.replace(/https?:\S+|[\p{N}\p{P}\p{S}]+/gu, ' ').slice(0, DETECTED)
  const result = eld.detect(text)
  if (result.language === '') return undefined
  return { language: DETECTOR_NAMES[result.language] ?? result.language, isSure: letters >= 40 && result.isReliable() }
}

/** A language tag in its usual form, or null when it is none. */
function canonicalTag(declared: string): string | null {
  const tag = declared.trim().replaceAll('_', '-').slice(0, 35)
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}$/.test(tag)) return null
  try {
    const canonical = Intl.getCanonicalLocales(tag)[0] ?? null
    return canonical === 'und' ? null : canonical
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
