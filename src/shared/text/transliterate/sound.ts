/**
 * Letters as sounds, so that spellings in different scripts can be laid side by side.
 *
 * Consonants: b p t d k g q f l m n r s z h w y as in English, x (kh), S (sh), C (ch), Z (zh), j, G (gh), T (th in thin), D (th in this).
 * Vowels: a e i o u. Costs are fractions of one wrong letter: 0 says "the usual way to write it", 1 "another letter".
 */
export type Reading = Readonly<{ sound: string; cost: number }>

export type Sound = Readonly<{
  readings: readonly Reading[]
  /** What it costs to find nothing for it on the other side; by whether the other side writes its short vowels. */
  skip: Readonly<{ written: number; unwritten: number }>
  /** A digraph read as two letters after all (`sh` in Eshaq). */
  parts?: readonly [Sound, Sound]
}>

const pairs = (list: readonly (readonly [string, number])[]): ReadonlyMap<string, number> =>
  new Map(list.flatMap(([pair, cost]) => [[pair, cost] as const, [`${pair[1]}${pair[0]}`, cost] as const]))

/** Sounds that languages write for one another. What is not here is another sound. */
const NEAR = pairs([
  ['ae', 0.12],
  ['ei', 0.1],
  ['ou', 0.05],
  ['ao', 0.18],
  ['au', 0.25],
  ['ai', 0.3],
  ['eo', 0.35],
  ['eu', 0.4],
  ['io', 0.5],
  ['iu', 0.4],
  ['xh', 0.15],
  ['xk', 0.3],
  ['qG', 0],
  ['qg', 0.12],
  ['qk', 0.12],
  ['Gg', 0.08],
  ['Gk', 0.35],
  ['Ss', 0.3],
  ['CS', 0.12],
  ['Cj', 0.4],
  ['Zj', 0.12],
  ['Zz', 0.25],
  ['jg', 0.2],
  ['jy', 0.25],
  ['zD', 0.02],
  ['dD', 0.1],
  ['sT', 0.02],
  ['tT', 0.08],
  ['zs', 0.25],
  ['bp', 0.3],
  ['dt', 0.3],
  ['wf', 0.4],
  ['kg', 0.45],
  ['mn', 0.6]
])

/** What it costs to take one sound for another; Infinity when nobody does. */
export function soundCost(one: string, other: string): number {
  return one === other ? 0 : (NEAR.get(one + other) ?? Number.POSITIVE_INFINITY)
}
