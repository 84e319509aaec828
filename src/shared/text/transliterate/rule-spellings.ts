import type { NameKind } from '#shared/model/name'
import { indexText } from '#shared/text/index-text'
import { scriptOf } from '#shared/text/transliterate/script-of'
import { withoutTitles } from '#shared/text/transliterate/titles'

/** Ways to write one sound that whole languages keep to: each is tried alone, throughout the name. */
const HABITS: readonly (readonly [RegExp, string])[] = [
  [/kh/g, 'x'],
  [/x/g, 'kh'],
  [/v/g, 'w'],
  [/w/g, 'v'],
  [/gh/g, 'q'],
  [/q/g, 'gh'],
  [/ou|oo/g, 'u'],
  [/(?<![aeo])u/g, 'ou'],
  [/sh/g, 'ch'],
  [/zh/g, 'j'],
  [/ee/g, 'i'],
  [/([^aeiou])\1/g, '$1'],
  [/eh\b/g, 'e'],
  [/eh\b/g, 'a']
]
const MOST = 6

/**
 * Spellings that the rules alone make of a name, folded, likeliest first, at most six: without its titles, the family name first, the
 * first name as an initial, and what other habits of transliteration write for its letters. The name itself is not among them.
 */
export function ruleSpellings(text: string, kind: NameKind): readonly string[] {
  const written = indexText(text)
  const terms = withoutTitles(written.split(' ').filter(Boolean))
  const name = terms.join(' ')
  const [first, ...others] = terms
  if (first === undefined) return []
  const made = [name]
  if (kind === 'person' && others.length > 0) {
    made.push([...others, first].join(' '))
    const isSpelledOut = first.length > 1 && ['latin', 'cyrillic'].includes(scriptOf(first))
    if (isSpelledOut) made.push([String.fromCodePoint(first.codePointAt(0) ?? 0), ...others].join(' '))
  }
  if (terms.every((term) => scriptOf(term) === 'latin')) {
    for (const [habit, instead] of HABITS) made.push(name.replace(habit, instead))
  }
  return [...new Set(made)].filter((spelling) => spelling !== written).slice(0, MOST)
}
