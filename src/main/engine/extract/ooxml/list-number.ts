const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i']
]

/** Letters by which lists count, in their order. */
const ALPHABETS: Readonly<Record<string, string>> = {
  lowerLetter: 'abcdefghijklmnopqrstuvwxyz',
  upperLetter: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  arabicAlpha: 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي',
  arabicAbjad: 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ',
  hebrew2: 'אבגדהוזחטיכלמנסעפצקרשת',
  russianLower: 'абвгдежзиклмнопрстуфхцчшщыэюя',
  russianUpper: 'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ'
}

/** Where the digits of other scripts begin. */
const DIGITS: Readonly<Record<string, number>> = { hindiNumbers: 0x966, thaiNumbers: 0xe50 }

/** A number as a list of this format (ST_NumberFormat) shows it; formats that are not known show plain figures. */
export function listNumber(value: number, format: string): string {
  const alphabet = Object.hasOwn(ALPHABETS, format) ? ALPHABETS[format] : undefined
  if (alphabet !== undefined) return letterOf(value, [...alphabet])
  if (format === 'lowerRoman') return roman(value)
  if (format === 'upperRoman') return roman(value).toUpperCase()
  if (format === 'decimalZero') return String(value).padStart(2, '0')
  if (format === 'none') return ''
  const zero = Object.hasOwn(DIGITS, format) ? DIGITS[format] : undefined
  const figures = String(value)
  return zero === undefined ? figures : figures.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)))
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let text = ''
  for (const [worth, letters] of ROMAN) {
    while (rest >= worth) {
      text += letters
      rest -= worth
    }
  }
  return text
}

/** After the last letter come doubled ones, as Word counts. */
function letterOf(value: number, letters: readonly string[]): string {
  if (value < 1) return String(value)
  const letter = letters[(value - 1) % letters.length] ?? ''
  return letter.repeat(Math.min(Math.ceil(value / letters.length), 10))
}
