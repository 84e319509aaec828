import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { declarationPage, declarationText } from '#scripts/sample/declaration'
import { bell, statement } from '#scripts/sample/evidence-bag'
import { languages } from '#scripts/sample/languages'
import { mailbox, messageToWorkingGroup } from '#scripts/sample/mail'
import { editedTestimony, listOfNames, trainingSlides } from '#scripts/sample/office-open-xml'
import { lettersAsCsv, lettersByMonth, minutes } from '#scripts/sample/open-document'
import { oldNotebook, scannedReceipt, singlePage } from '#scripts/sample/special-files'

const sample = resolve(import.meta.dirname, '../../../resources/sample')
const fileOf = (path: string): Buffer => readFileSync(join(sample, path))

describe('the sample archive', () => {
  test('holds the Declaration in many languages, those named in the plan among them', () => {
    expect(languages.length).toBeGreaterThanOrEqual(60)
    const tags = languages.map(({ tag }) => tag)
    expect(tags).toEqual(
      expect.arrayContaining(['fa', 'ar', 'kmr', 'he', 'zh-Hans', 'zh-Hant', 'ja', 'ko', 'th', 'ru', 'ur', 'ps', 'am'])
    )
    expect(readdirSync(join(sample, 'Universal Declaration of Human Rights'))).toHaveLength(languages.length)
  })

  test('holds no text twice under the names of two languages', () => {
    const texts = languages.map((language) => {
      const text = fileOf(`Universal Declaration of Human Rights/${language.name}.${language.format}`).toString('utf8')
      return text.slice(Math.max(0, text.indexOf('<body>')))
    })
    expect(new Set(texts).size).toBe(texts.length)
  })

  test.each(languages)('$name is as the package has it', (language) => {
    const made = language.format === 'html' ? declarationPage(language) : declarationText(language)
    expect(fileOf(`Universal Declaration of Human Rights/${language.name}.${language.format}`).toString('utf8')).toBe(made)
  })

  test.each<[string, () => Uint8Array | string]>([
    ['Testimonies/دفترچه ۱۳۷۷.txt', oldNotebook],
    ['Testimonies/Testimony 31, edited.docx', editedTestimony],
    ['Testimonies/صورت‌جلسه نشست خانواده‌ها.odt', minutes],
    ['Testimonies/Bell of the prison gate.wav', bell],
    ['Reports/Names and last letters.xlsx', listOfNames],
    ['Reports/Lettres par mois.ods', lettersByMonth],
    ['Reports/Lettres par mois.csv', lettersAsCsv],
    ['Reports/Taking a testimony (training).pptx', trainingSlides],
    ['UN letters/Receipt DRV 7-2021 (scan).pdf', scannedReceipt],
    ['UN letters/Letters kept by the families.eml', messageToWorkingGroup],
    ['UN letters/The green ledger.mbox', mailbox],
    ['Press/A driver remembers.rtf', statement]
  ])('%s is as the rule makes it', (path, make) => {
    expect(fileOf(path).equals(Buffer.from(make()))).toBe(true)
  })

  test('the page with its picture inside is as the rule makes it', () => {
    // The picture inside depends on the compressor's version; the words do not.
    const words = (page: string): string => page.replace(/base64,[^"]*/, '')
    expect(words(fileOf('Reports/Rapport annuel 2022 (page unique).html').toString('utf8'))).toBe(words(singlePage()))
  })

  test('the old notebook is Persian only in its own character set', () => {
    const bytes = oldNotebook()
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow()
    expect(new TextDecoder('windows-1256').decode(bytes)).toContain('دفترچه يادداشت')
  })

  test('every document made for it says that it is an example', () => {
    const written = ['UN letters', 'Statements', 'Press', 'Testimonies', 'Reports'].flatMap((folder) =>
      readdirSync(join(sample, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(html|txt|md)$/.test(entry.name) && entry.name !== 'دفترچه ۱۳۷۷.txt')
        .map((entry) => join(entry.parentPath, entry.name))
    )
    expect(written.length).toBeGreaterThanOrEqual(12)
    for (const file of written) expect(readFileSync(file, 'utf8'), file).toMatch(/[Ee]xample|نمونه|مثال|[Ee]xemple|نموونە/)
  })
})
