import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { en } from '#renderer/i18n/en.ts'
import { mediaTypeKey } from '#renderer/i18n/media-type-key.ts'
import { sentenceCase } from '#renderer/i18n/sentence-case.ts'
import { startI18n } from '#renderer/i18n/setup.ts'
import { ERROR_CODES } from '#shared/errors'
import { PROBLEM_CODES, TAG_COLORS } from '#shared/model/document'
import { SORT_ORDERS } from '#shared/model/search'

const entries = Object.entries(en).flatMap(([section, words]) =>
  Object.entries<string>(words).map(([key, text]) => [`${section}.${key}`, text] as const)
)

/** The source of the window, and of what it shares, without the catalogue. */
const windowCode = (): string =>
  ['src/renderer', 'src/shared']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((path) => /\.tsx?$/.test(path) && !path.includes(join('i18n', 'en')))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')

describe('the catalogue', () => {
  beforeAll(() => {
    startI18n()
  })

  it('has a sentence for every error and every problem', () => {
    for (const code of ERROR_CODES) expect(i18next.t(`error.${code}`)).toMatch(/\.$/)
    for (const code of PROBLEM_CODES) expect(i18next.t(`problem.${code}`)).toMatch(/\.$/)
  })

  it('has words for every order and colour', () => {
    for (const order of SORT_ORDERS) expect(i18next.exists(`search.${order}`)).toBe(true)
    for (const color of TAG_COLORS) expect(i18next.exists(`organise.color-${color}`)).toBe(true)
  })

  it('has both English plural forms wherever it has one', () => {
    const keys = new Set(entries.map(([key]) => key))
    for (const key of keys) {
      if (key.endsWith('_one')) expect(keys).toContain(key.replace(/_one$/, '_other'))
      if (key.endsWith('_other')) expect(keys).toContain(key.replace(/_other$/, '_one'))
    }
  })

  it('has nothing that is said nowhere', () => {
    // A key stands there whole, or is put together from a beginning of it.
    const said = [...windowCode().matchAll(/['"`]([a-z]+\w*\.[\w-]*)(['"`]|\$\{)/gi)]
    const whole = new Set(said.filter(([, , end]) => end !== '${').map(([, key = '']) => key))
    const beginnings = [...new Set(said.filter(([, , end]) => end === '${').map(([, key = '']) => key))]
    const keys = new Set(entries.map(([key]) => key.replace(/_(one|other)$/, '')))
    const isSaid = (key: string): boolean => whole.has(key) || beginnings.some((start) => key.startsWith(start))
    expect([...keys].filter((key) => !isSaid(key))).toEqual([])
  })

  it('leaves nothing empty', () => {
    for (const [key, text] of entries) expect(text.trim(), key).not.toBe('')
  })

  it('counts in words', () => {
    expect(i18next.t('common.documents', { count: 1 })).toBe('1 document')
    expect(i18next.t('common.documents', { count: 12_406 })).toBe('12,406 documents')
  })

  it('does not escape names twice', () => {
    expect(i18next.t('organise.deleted', { name: 'R&D <x>' })).toContain('Deleted the tag “R&D <x>”')
  })
})

describe('kinds of file', () => {
  it('have human words', () => {
    expect(mediaTypeKey('text/html')).toBe('mediaType.webPage')
    expect(mediaTypeKey('text/html; charset=utf-8')).toBe('mediaType.webPage')
    expect(mediaTypeKey('IMAGE/PNG')).toBe('mediaType.picture')
    expect(mediaTypeKey('application/x-something')).toBe('mediaType.other')
    expect(mediaTypeKey('')).toBe('mediaType.other')
    expect(mediaTypeKey('text/x-python')).toBe('mediaType.code')
    expect(mediaTypeKey('text/x-tex')).toBe('mediaType.text')
    expect(mediaTypeKey('multipart/related')).toBe('mediaType.savedPage')
    expect(mediaTypeKey('application/vnd.ms-excel')).toBe('mediaType.spreadsheet')
  })

  it('have human words for everything that a format reads', () => {
    const types = new Set<string>()
    const fixtures = join(import.meta.dirname, '../../../fixtures')
    for (const file of readdirSync(fixtures, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('expected.json')) continue
      for (const [, type = ''] of readFileSync(join(fixtures, file), 'utf8').matchAll(/"mediaType": "([^"]+)"/g)) types.add(type)
    }
    expect(types.size).toBeGreaterThan(30)
    const nameless = [...types].filter((type) => mediaTypeKey(type) === 'mediaType.other')
    expect(nameless.filter((type) => type !== 'application/octet-stream')).toEqual([])
  })

  it('begin with a capital where they stand alone', () => {
    expect(sentenceCase('web page', 'en')).toBe('Web page')
    expect(sentenceCase('فارسی', 'fa')).toBe('فارسی')
    expect(sentenceCase('istanbul', 'tr')).toBe('İstanbul')
    expect(sentenceCase('', 'en')).toBe('')
  })
})
