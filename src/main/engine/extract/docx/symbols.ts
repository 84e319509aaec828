/** The Symbol font from 0x21 on, as far as letters and signs of it have a character of their own; a space stands for none. */
const SYMBOL_21 = '!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'
const SYMBOL_A1 = 'ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭'

/** Signs of the Wingdings fonts that say something: ticks, boxes, arrows, telephones, letters. */
const WINGDINGS: Readonly<Record<number, string>> = {
  40: '☎',
  42: '✉',
  74: '☺',
  76: '☹',
  108: '●',
  110: '■',
  111: '□',
  113: '❑',
  118: '❖',
  167: '▪',
  168: '◻',
  216: '➢',
  223: '←',
  224: '→',
  225: '↑',
  226: '↓',
  232: '➔',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑'
}

/** The character that `w:sym` draws: `code` in hexadecimal, in the private area for symbol fonts. Empty for a sign without a character. */
export function symbolOf(font: string, code: string): string {
  const number = Number.parseInt(code, 16)
  if (!(number >= 0x20 && number <= 0xffff)) return ''
  const place = number >= 0xf000 && number <= 0xf0ff ? number - 0xf000 : number
  const name = font.toLowerCase()
  if (name === 'symbol') {
    const sign = place >= 0xa1 ? SYMBOL_A1[place - 0xa1] : SYMBOL_21[place - 0x21]
    return sign === ' ' ? '' : (sign ?? '')
  }
  if (name === 'wingdings') return WINGDINGS[place] ?? ''
  if (name === 'wingdings 2') return { 80: '✓', 82: '☑', 83: '☒', 163: '☐' }[place] ?? ''
  return number >= 0xe000 && number <= 0xf8ff ? '' : String.fromCharCode(number)
}
