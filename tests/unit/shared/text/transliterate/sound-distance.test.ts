import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexText } from '#shared/text/index-text'
import { nameReadings } from '#shared/text/transliterate/name-readings'
import { ruleSpellings } from '#shared/text/transliterate/rule-spellings'
import { SoundAutomaton } from '#shared/text/transliterate/sound-automaton'
import { soundDistance, soundLimit } from '#shared/text/transliterate/sound-distance'
import { soundsOf } from '#shared/text/transliterate/sounds-of'
import { NAME_PAIRS } from '#tests/support/name-pairs'

const distance = (one: string, other: string): number => soundDistance(soundsOf(indexText(one)), soundsOf(indexText(other)))
const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: 1, maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی'), minLength: 1, maxLength: 10 })
)

describe('soundDistance', () => {
  test('spellings of one name are nearer than other names', () => {
    for (const latin of ['Khavaran', 'Khavarān', 'Khawaran', 'Xavaran', 'Khâvarân']) {
      expect(distance('خاوران', latin)).toBeLessThan(0.2)
      expect(distance('خراسان', latin)).toBe(Number.POSITIVE_INFINITY)
    }
    expect(distance('محمد', 'Mohammad')).toBeLessThan(distance('محمد', 'Mahmoud'))
    expect(distance('حسن', 'Hassan')).toBeLessThan(distance('حسن', 'Hossein'))
    expect(distance('خواهر', 'Khahar')).toBeLessThan(0.2)
    expect(distance('الرشید', 'Arrashid')).toBeLessThan(0.3)
    expect(distance('امیر', 'Амир')).toBeLessThan(0.2)
  })

  test('is the same in both directions, and hardly anything for a word and itself', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(distance(one, other)).toBeCloseTo(distance(other, one), 9)
        const { length } = soundsOf(indexText(one)).sounds
        if (length > 0) expect(distance(one, one)).toBeLessThanOrEqual(0.11 * length)
      })
    )
  })
})

test('the automaton lets through every spelling that the alignment accepts', () => {
  for (const [arabic, latin] of NAME_PAIRS) {
    for (const [from, to, script] of [
      [arabic, latin, 'latin'],
      [latin, arabic, 'arabic']
    ] as const) {
      const [wanted, found] = [soundsOf(indexText(from)), indexText(to)]
      const most = soundLimit(wanted.sounds.length * 2)
      if (soundDistance(wanted, soundsOf(found)) > most) continue
      const automaton = new SoundAutomaton(wanted, script, most, 40)
      for (let at = 0; at < found.length; at++) automaton.current[at] = found.charCodeAt(at)
      const isSplit = wanted.sounds.some(({ parts }) => parts !== undefined)
      const isRead = automaton.extend(0, found.length) > found.length && automaton.accepts(found.length)
      if (!isSplit) expect(isRead, `${from} ${to}`).toBe(true)
    }
  }
})

test('no string makes the readings or the rules throw, and both stay few', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      expect(nameReadings(text).length).toBeLessThanOrEqual(10)
      expect(ruleSpellings(text, 'person').length).toBeLessThanOrEqual(6)
    })
  )
  expect(nameReadings('Dr. Abdollah Hosseinzadeh').map((terms) => terms.join(' '))).toEqual(
    expect.arrayContaining(['abdollah hosseinzadeh', 'abdollah hossein zadeh'])
  )
  expect(ruleSpellings('Ebrahim Raisi', 'person')).toEqual(expect.arrayContaining(['raisi ebrahim', 'e raisi']))
})
