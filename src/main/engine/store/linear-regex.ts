import { RE2JS } from 're2js'
import { indexText } from '#shared/text/index-text'

/** Compiled expressions kept: those of the last few queries. */
const MOST_KEPT = 32
const kept = new Map<string, RE2JS | null>()
const BEYOND_ASCII = /[^\0-\x7f]/

function compileOnce(source: string): RE2JS | null {
  try {
    return RE2JS.compile(source, RE2JS.CASE_INSENSITIVE)
  } catch {
    // Whatever is wrong with it, it is a person's typing: the caller says so.
    return null
  }
}

function regexOf(source: string): RE2JS | null {
  const known = kept.get(source)
  if (known !== undefined) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  const made = compileOnce(source)
  kept.set(source, made)
  return made
}

/** True for a regular expression in RE2's syntax that is not too large. */
export const isValidRegex = (source: string): boolean => regexOf(source) !== null

/**
 * Whether the expression fits somewhere in `text`, as it stands or folded as the index folds it; upper and lower case are the same.
 * False for invalid ones. Time is linear in the text, whatever the expression (RE2).
 */
export function regexFits(source: string, text: string): boolean {
  const regex = regexOf(source)
  if (!regex) return false
  return regex.test(text) || (BEYOND_ASCII.test(text) && regex.test(indexText(text)))
}
