import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from '#renderer/i18n/en.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

/** Loads the catalogue. Everything is bundled, so the first paint has its words. */
export function startI18n(language = 'en'): i18n {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    initAsync: false,
    // React escapes what it draws; escaping twice would show `&amp;` in titles.
    interpolation: { escapeValue: false },
    returnNull: false
  })
  return i18next
}
