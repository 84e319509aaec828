import { describe, expect, it } from 'vitest'
import { languageChoices, matchingLanguages } from '#renderer/features/inspector/languages.ts'
import { shortDigest, shortFolders } from '#renderer/features/inspector/short-path.ts'

describe('shortFolders', () => {
  it('names the innermost folders, whatever machine the path came from', () => {
    expect(shortFolders('/media/usb/Evidence drive/NGO/2020/un-letter.html')).toBe('Evidence drive / NGO / 2020')
    expect(shortFolders('E:\\Evidence\\NGO\\a.html')).toBe('E: / Evidence / NGO')
    expect(shortFolders('a.html')).toBe('')
  })
})

describe('shortDigest', () => {
  it('keeps both ends', () => expect(shortDigest(`9f2c${'0'.repeat(56)}71ab`)).toBe('9f2c…71ab'))
})

describe('languageChoices', () => {
  const choices = languageChoices('en', 'x_nonsense;q=1')

  it('names languages in the interface language and in their own', () => {
    expect(choices.find((choice) => choice.tag === 'fa')).toEqual({ tag: 'fa', name: 'Persian', ownName: 'فارسی' })
  })

  it('holds each language once, and the one the document has, however it is written', () => {
    expect(new Set(choices.map((choice) => choice.tag)).size).toBe(choices.length)
    expect(choices.find((choice) => choice.tag === 'x_nonsense;q=1')?.name).toBe('x_nonsense;q=1')
  })

  it('leaves unknown out of the list', () => {
    expect(languageChoices('en', 'und').some((choice) => choice.tag === 'und')).toBe(false)
  })
})

describe('matchingLanguages', () => {
  const choices = languageChoices('en', '')
  const found = (typed: string) => matchingLanguages(choices, typed).map((choice) => choice.tag)

  it('finds a language by its name in either language and by its tag, beginnings first', () => {
    expect(found('pers')[0]).toBe('fa')
    expect(found('فار')).toEqual(['fa'])
    expect(found('francais')).toEqual(['fr'])
    expect(found('ckb')).toContain('ckb')
    expect(found('per')).toEqual(['fa', 'eo'])
  })

  it('shows all for nothing, and nothing for nonsense', () => {
    expect(found('  ')).toHaveLength(choices.length)
    expect(found('qqqq')).toEqual([])
  })
})
