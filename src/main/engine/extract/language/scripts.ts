export type Script =
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

/** Scripts written from right to left. */
export const RTL_SCRIPTS = new Set<Script>(['arabic', 'hebrew', 'syriac', 'thaana'])

/** The place of each code unit's script in `SCRIPTS`, plus one; zero for what is no letter. */
const SCRIPTS = [...new Set(RANGES.map(([, , script]) => script))]
const SCRIPT_OF = new Uint8Array(0x10000)
for (const [first, last, script] of RANGES) SCRIPT_OF.fill(SCRIPTS.indexOf(script) + 1, first, last + 1)

/** How many letters of each script a text has. */
export function countScripts(sample: string): Map<Script, number> {
  const letters = new Uint32Array(SCRIPTS.length + 1)
  for (let at = 0; at < sample.length; at++) {
    const script = SCRIPT_OF[sample.charCodeAt(at)] ?? 0
    letters[script] = (letters[script] ?? 0) + 1
  }
  const counts = new Map<Script, number>()
  SCRIPTS.forEach((script, at) => {
    const count = letters[at + 1] ?? 0
    if (count > 0) counts.set(script, count)
  })
  return counts
}

/** The script that most of a text is in, and how many letters' worth of it there is. */
export function mainScript(counts: ReadonlyMap<Script, number>): [Script | undefined, number] {
  // A sign of Chinese or Korean says as much as two or three letters.
  const weight = (script: Script): number => (script === 'han' || script === 'kana' || script === 'hangul' ? 3 : 1)
  const [script, letters] = [...counts].sort((a, b) => b[1] * weight(b[0]) - a[1] * weight(a[0]))[0] ?? [undefined, 0]
  // Japanese mixes its own signs into Chinese ones.
  if (script === 'han' && (counts.get('kana') ?? 0) > letters * 0.05) return ['kana', letters + (counts.get('kana') ?? 0)]
  return [script, script === undefined ? 0 : letters * weight(script)]
}

/** A text with the letters of all other scripts as spaces; what is no letter stays. Cost: linear. */
export function onlyInScript(sample: string, script: Script): string {
  const own = SCRIPTS.indexOf(script) + 1
  let text = ''
  for (let at = 0; at < sample.length; at++) {
    const found = SCRIPT_OF[sample.charCodeAt(at)] ?? 0
    text += found === 0 || found === own ? sample.charAt(at) : ' '
  }
  return text
}
