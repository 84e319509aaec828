import { describe, expect, test } from 'vitest'
import { isCompoundHead, isCompoundOf, keepsReversed } from '#shared/text/compound'

const COMPOUNDS = [
  ['verletzungen', 'menschenrechtsverletzungen'],
  ['strafe', 'todesstrafe'],
  ['gericht', 'volksgericht'],
  ['rechte', 'menschenrechte'],
  ['verbrechen', 'kriegsverbrechen'],
  ['organisation', 'regierungsorganisation'],
  ['rechten', 'mensenrechten'],
  ['misdaden', 'oorlogsmisdaden'],
  ['frihet', 'yttrandesfrihet']
] as const

const OTHER_WORDS = [
  ['information', 'misinformation'],
  ['information', 'disinformation'],
  ['national', 'international'],
  ['nation', 'assassination'],
  ['nation', 'examination'],
  ['ration', 'administration'],
  ['station', 'manifestation'],
  ['action', 'transaction'],
  ['mission', 'commission'],
  ['session', 'possession'],
  ['position', 'superposition'],
  ['ability', 'maintainability'],
  ['legal', 'paralegal'],
  ['rechte', 'rechte'],
  ['strafe', 'strafen'],
  ['haus', 'krankenhaus']
] as const

describe('compounds', () => {
  test.each(COMPOUNDS)('%s is the head of %s', (head, word) => {
    expect(isCompoundOf(head, word)).toBe(true)
    expect(keepsReversed(word)).toBe(true)
  })

  test.each(OTHER_WORDS)('%s is not the head of %s', (head, word) => {
    expect(isCompoundOf(head, word)).toBe(false)
  })

  test('only long Latin-script words are heads, and only longer ones are kept', () => {
    expect(['haus', 'права человека', '人权', '198888'].filter(isCompoundHead)).toEqual([])
    expect(['verletzung', 'волонтерский', '1988198819881988', 's'.repeat(80)].filter(keepsReversed)).toEqual([])
  })
})
