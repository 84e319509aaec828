/** Scripts that keyboards of readers of Sanad switch between. */
const SCRIPTS = [
  ['arabic', /\p{Script=Arabic}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['greek', /\p{Script=Greek}/u]
] as const

export type TypedScript = (typeof SCRIPTS)[number][0]

/** The script the keyboard writes in now, by the last letter that was typed; null for Latin letters and for what no letter tells. */
export function scriptOfTyping(typed: string): TypedScript | null {
  const last = [...typed].findLast((character) => /\p{L}/u.test(character))
  return SCRIPTS.find(([, pattern]) => last !== undefined && pattern.test(last))?.[0] ?? null
}
