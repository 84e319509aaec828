import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { goldenCases } from '#tests/support/golden'

/** Larger files cost time and hold nothing that small ones do not. */
const LARGEST_SEED = 48 * 1024
/** Small files that were made to take long. */
const SLOW = /\/(?:many-operators|absurd-sizes|packed-twice)$/

export type Seed = Readonly<{ name: string; extension: string; bytes: Buffer }>

/** The golden files of some formats, as what is changed. */
export function seedsOf(formats: readonly string[]): Seed[] {
  const all = goldenCases(formats).map(({ name, source }) => ({ name, extension: extname(source), bytes: readFileSync(source) }))
  const small = all.filter(({ name, bytes }) => bytes.length <= LARGEST_SEED && !SLOW.test(name))
  return small.length > 0 ? small : all.sort((a, b) => a.bytes.length - b.bytes.length).slice(0, 1)
}
