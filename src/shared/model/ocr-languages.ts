import type { OcrLanguage } from '#shared/model/ocr'

/** Scripts as Tesseract's detector names them. */
export type OcrScript = 'Latin' | 'Arabic' | 'Hebrew' | 'Cyrillic' | 'Han'

/** The languages whose data comes with the program, the likeliest of each script first. */
export const OCR_LANGUAGES = [
  { code: 'eng', tag: 'en', script: 'Latin' },
  { code: 'fra', tag: 'fr', script: 'Latin' },
  { code: 'deu', tag: 'de', script: 'Latin' },
  { code: 'spa', tag: 'es', script: 'Latin' },
  { code: 'por', tag: 'pt', script: 'Latin' },
  { code: 'ita', tag: 'it', script: 'Latin' },
  { code: 'tur', tag: 'tr', script: 'Latin' },
  { code: 'aze', tag: 'az', script: 'Latin' },
  { code: 'fas', tag: 'fa', script: 'Arabic' },
  { code: 'ara', tag: 'ar', script: 'Arabic' },
  { code: 'urd', tag: 'ur', script: 'Arabic' },
  { code: 'pus', tag: 'ps', script: 'Arabic' },
  { code: 'heb', tag: 'he', script: 'Hebrew' },
  { code: 'tgk', tag: 'tg', script: 'Cyrillic' },
  { code: 'chi_sim', tag: 'zh', script: 'Han' }
] as const satisfies readonly (OcrLanguage & Readonly<{ script: OcrScript }>)[]

export type OcrLanguageCode = (typeof OCR_LANGUAGES)[number]['code']

/** The language of a code; undefined for one whose data is not there. */
export function findOcrLanguage(code: string): (typeof OCR_LANGUAGES)[number] | undefined {
  return OCR_LANGUAGES.find((language) => language.code === code)
}

/** The code for text in a language (BCP 47, regions and scripts aside); undefined when there is no data for it. */
export function ocrCodeOf(tag: string): OcrLanguageCode | undefined {
  const [language] = tag.toLowerCase().split('-')
  return OCR_LANGUAGES.find((known) => known.tag === language)?.code
}
