import { describe, expect, test } from 'vitest'
import { foldWord } from '#shared/text/fold'

describe('foldWord', () => {
  test.each([
    ['ASCII capitals', 'Execution', 'execution'],
    ['Latin accents', 'Khavarān', 'khavaran'],
    ['Latin strokes and ligatures', 'Łódź-Œuvre', 'lodz oeuvre'],
    ['German sharp s', 'STRAẞE', 'strasse'],
    ['Turkish dotted and dotless i', 'İSPARTAıI', 'ispartaii'],
    ['Greek polytonic, final sigma', 'Ἀνθρώπους', 'ανθρωπουσ'],
    ['Cyrillic yo', 'Ёлка', 'елка'],
    ['Arabic yeh, kaf and teh marbuta', 'كاتبي مدرسة', 'کاتبی مدرسه'],
    ['hamza on its letters and alone', 'أحمد مسؤول رئيس جزء', 'احمد مسوول رییس جز'],
    ['harakat and Quranic signs', 'ٱلرَّحۡمَٰنِ', 'الرحمن'],
    ['tatweel', 'محمـــد', 'محمد'],
    ['presentation forms', 'ﺍﻻﻋﺪﺍﻡ', 'الاعدام'],
    ['joiner', 'می‌رود', 'میرود'],
    ['Persian and Arabic digits', '۱۳۶۷١٣٦٧', '13671367'],
    ['Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['half-width katakana', 'ﾊﾟｿｺﾝ', 'パソコン'],
    ['full-width Latin', 'ＦＵＬＬ', 'full'],
    ['decomposed Hangul', '\u1112\u1161\u11ab', '한'],
    ['Devanagari digits', '१९४८', '1948']
  ])('%s', (_name, written, folded) => {
    expect(foldWord(written)).toBe(folded)
  })

  test('keeps the vowel signs of Indic and South-East Asian scripts, Thaana, and Japanese voicing', () => {
    for (const word of ['कि', 'हिन्दी', 'தமிழ்', 'สิทธิ์', 'ສິດ', 'សិទ្ធិ', 'ދިވެހި', 'が', 'パ']) expect(foldWord(word)).toBe(word)
  })

  test('leaves nothing of signs', () => {
    for (const sign of ['', '…', '\u200c', '\u064b', '😀', 'ء']) expect(foldWord(sign)).toBe('')
  })

  test('is idempotent for every character of Unicode', () => {
    const changed: string[] = []
    for (let point = 0; point <= 0x10ffff; point++) {
      const folded = foldWord(String.fromCodePoint(point))
      if (foldWord(folded) !== folded) changed.push(point.toString(16))
    }
    expect(changed).toEqual([])
  })
})
