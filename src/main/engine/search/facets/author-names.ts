/** Between names in every case. */
const ALWAYS = /[;؛\n]/
/** Between names, unless it stands between the two halves of one: `Doe, Jane`. */
const COMMA = /[,،、]/
/** More names than this are a list of members, not authors. */
const MAX_NAMES = 50

const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]+$/u

/**
 * The people an author line names. A comma parts names only when each side of it is a whole one (two words, or a script without
 * spaces), so that `Doe, Jane` stays one person; what can not be told apart stays together.
 */
export function authorNames(line: string): string[] {
  const names = line.split(ALWAYS).flatMap((part) => {
    const between = part.split(COMMA).map((name) => name.trim())
    return between.every(isWhole) ? between : [part.trim()]
  })
  return [...new Set(names.filter((name) => name !== ''))].slice(0, MAX_NAMES)
}

const isWhole = (name: string): boolean => /\S\s+\S/.test(name) || UNSPACED.test(name)
