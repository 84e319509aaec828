import { describe, expect, it } from 'vitest'
import { isReady } from '#renderer/features/lock/new-passphrase.ts'
import { scriptOfTyping } from '#renderer/features/lock/script-of-typing.ts'
import { estimateGuesses } from '#renderer/features/lock/strength/estimate-guesses.ts'
import { foreignGuesses } from '#renderer/features/lock/strength/foreign-guesses.ts'
import { GUESSES_A_SECOND, guessingTime, strengthOf } from '#renderer/features/lock/strength/guessing-time.ts'
import { PASSPHRASE_WORDS } from '#renderer/features/lock/strength/passphrase-words.ts'
import { RANDOM_BITS, RANDOM_WORDS, randomPassphrase } from '#renderer/features/lock/strength/random-passphrase.ts'

const YEAR = 365 * 24 * 3600

describe('the words of a drawn passphrase', () => {
  it('are 256 different ones of plain letters, so that each is worth eight bits', () => {
    expect(new Set(PASSPHRASE_WORDS).size).toBe(256)
    expect(PASSPHRASE_WORDS.every((word) => /^[a-z]{4,9}$/.test(word))).toBe(true)
    expect(RANDOM_BITS).toBe(56)
  })

  it('differ from one draw to the next', () => {
    const drawn = Array.from({ length: 50 }, randomPassphrase)
    expect(new Set(drawn).size).toBe(50)
    for (const one of drawn) expect(one.split(' ').filter((word) => PASSPHRASE_WORDS.includes(word))).toHaveLength(RANDOM_WORDS)
  })

  it('are strong by the very scale they are shown on', () => {
    expect(strengthOf(2 ** (RANDOM_BITS - 1))).toBe('strong')
  })
})

describe('how hard a passphrase is to guess', () => {
  it('is little for what everybody uses, and much for several words', async () => {
    for (const weak of ['password', 'khavaran1367', 'qwertyuiop', '12345678', 'Nehrin2020']) {
      expect(strengthOf(await estimateGuesses(weak)), weak).toBe('weak')
    }
    expect(strengthOf(await estimateGuesses('lantern orchard pebble saffron window comet'))).toBe('strong')
  })

  it('is estimated for any script, without failing', async () => {
    for (const text of [
      'مادران خاوران و باغ پایین',
      'где могилы',
      '花園の下',
      '😀😀😀😀😀😀',
      '\u0000\uD800',
      'a'.repeat(1000)
    ]) {
      expect(await estimateGuesses(text), text).toBeGreaterThan(0)
    }
  })

  it('is never more than that of as many common words, in a script whose words it does not know', async () => {
    expect(strengthOf(await estimateGuesses('مادران خاوران'))).toBe('weak')
    expect(strengthOf(await estimateGuesses('کبوتر و بنفشه ۱۳۶۷'))).not.toBe('strong')
    expect(strengthOf(await estimateGuesses('پرنده'.repeat(10)))).toBe('weak')
    expect(strengthOf(await estimateGuesses('кошка облако'))).toBe('weak')
    expect(strengthOf(await estimateGuesses('زرافه قوری بنفشه نردبان اسکله گیلاس'))).toBe('strong')
    // A half space joins, digits of any script are digits.
    expect(foreignGuesses('می\u200cروم ۱۲۳۴')).toBe(foreignGuesses('می روم 1234'))
    expect(foreignGuesses('مادر 12')).toBe(500_000)
  })

  it('is told as time, roughly, with no number where none means anything', () => {
    expect(guessingTime(10)).toEqual({ unit: 'moment' })
    expect(guessingTime(GUESSES_A_SECOND * 125)).toEqual({ unit: 'minutes', count: 2 })
    expect(guessingTime(GUESSES_A_SECOND * 3600 * 5)).toEqual({ unit: 'hours', count: 5 })
    expect(guessingTime(GUESSES_A_SECOND * YEAR * 11_417)).toEqual({ unit: 'years', count: 11_000 })
    expect(guessingTime(Number.POSITIVE_INFINITY)).toEqual({ unit: 'beyond' })
    expect(guessingTime(GUESSES_A_SECOND * YEAR * 1e7)).toEqual({ unit: 'beyond' })
  })
})

describe('a new passphrase', () => {
  it('can be set when it is the same twice, however its letters were composed', () => {
    expect(isReady({ passphrase: 'é', again: 'e\u0301', isDrawn: false })).toBe(true)
    expect(isReady({ passphrase: 'a', again: 'A', isDrawn: false })).toBe(false)
    expect(isReady({ passphrase: '', again: '', isDrawn: false })).toBe(false)
  })
})

describe('the script a keyboard writes in', () => {
  it('is that of the last letter', () => {
    expect(scriptOfTyping('')).toBeNull()
    expect(scriptOfTyping('abc123')).toBeNull()
    expect(scriptOfTyping('abcش ۱۲')).toBe('arabic')
    expect(scriptOfTyping('ش abc')).toBeNull()
    expect(scriptOfTyping('пароль!')).toBe('cyrillic')
  })
})
