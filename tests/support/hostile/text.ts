/** Texts made to harm who opens them. */

const MiB = 1024 * 1024

/** Marks over one letter in an order that has to be put right, as no language has them. */
const marks = (): string => `sandpiper o${'\u0315\u0300\u0323\u0358\u1dce'.repeat(400_000)}`
const oneWord = (): string => `sandpiper ${'a'.repeat(17 * MiB)}`
const brackets = (): string =>
  `sandpiper\n\n${'['.repeat(100_000)}${'](a'.repeat(20_000)}\n\n${'*a _b '.repeat(30_000)}\n\n${'`'.repeat(1001)}${'`a'.repeat(20_000)}\n\n${'<!'.repeat(50_000)}\n\n${'- '.repeat(5000)}x`
const wideTable = (): string => `${'|a'.repeat(3000)}|\n${'|-'.repeat(3000)}|\n${'|b\n'.repeat(50_000)}`
const links = (): string => `${'[a]: b\n'.repeat(50_000)}${'[a]'.repeat(50_000)}`

export const HOSTILE_TEXTS: Readonly<Record<string, () => Buffer | string>> = {
  'marks.txt': marks,
  'one word.txt': oneWord,
  'brackets.md': brackets,
  'table.md': wideTable,
  'links.md': links
}
