import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { EPUB_CASES } from '#tests/support/epub-cases'
import { MHTML_CASES } from '#tests/support/mhtml-cases'
import { WACZ_CASES, WARC_CASES } from '#tests/support/warc-cases'
import { WEBARCHIVE_CASES } from '#tests/support/webarchive-cases'

const ROOT = join(import.meta.dirname, '../../../fixtures')

type Case = Readonly<{ path: string; make: () => Buffer; isPacked: boolean }>

const CASES: readonly Case[] = [
  ...cases('epub', EPUB_CASES),
  ...cases('mhtml', MHTML_CASES),
  ...cases('webarchive', WEBARCHIVE_CASES),
  ...packed(cases('wacz', WACZ_CASES)),
  ...Object.entries(WARC_CASES).map(([name, { extension, make }]) => {
    // Libraries pack the same bytes in different ways: those files stay as they were made once.
    const isPacked = extension.endsWith('.gz') || name === 'encoded-for-the-way'
    return { path: `warc/${name}/source.${extension}`, make, isPacked }
  })
]

function packed(made: readonly Case[]): Case[] {
  return made.map((one) => ({ ...one, isPacked: true }))
}

function cases(format: string, made: Readonly<Record<string, () => Buffer>>): Case[] {
  return Object.entries(made).map(([name, make]) => ({ path: `${format}/${name}/source.${format}`, make, isPacked: false }))
}

it.each(CASES)('$path is what its builder makes', ({ path, make, isPacked }) => {
  const file = join(ROOT, path)
  const bytes = make()
  if (process.env.UPDATE_FIXTURES || !existsSync(file)) {
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, bytes)
  }
  expect(isPacked || readFileSync(file).equals(bytes)).toBe(true)
})
