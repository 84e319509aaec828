import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { EPUB_CASES } from '#tests/support/epub-cases'
import { MHTML_CASES } from '#tests/support/mhtml-cases'

const ROOT = join(import.meta.dirname, '../../../fixtures')

const CASES = (
  [
    ['epub', 'epub', EPUB_CASES],
    ['mhtml', 'mhtml', MHTML_CASES]
  ] as const
).flatMap(([format, extension, cases]) =>
  Object.entries(cases).map(([name, make]) => ({ path: `${format}/${name}/source.${extension}`, make }))
)

it.each(CASES)('$path is what its builder makes', ({ path, make }) => {
  const file = join(ROOT, path)
  const bytes = make()
  if (process.env.UPDATE_FIXTURES || !existsSync(file)) {
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, bytes)
  }
  expect(readFileSync(file).equals(bytes)).toBe(true)
})
