import type { Settings } from '#shared/model/app'
import type { Direction } from '#shared/model/document'

const RTL_LANGUAGES: ReadonlySet<string> = new Set(['ar', 'ckb', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** The theme to show, where `system` follows the computer. */
export function themeOf(setting: Settings['theme'], systemIsDark: boolean): 'light' | 'dark' {
  if (setting !== 'system') return setting
  return systemIsDark ? 'dark' : 'light'
}

/** The direction of the layout, where `auto` follows the interface language. */
export function directionOf(setting: Settings['layout'], language: string): Direction {
  if (setting !== 'auto') return setting
  return RTL_LANGUAGES.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

/**
 * The locale React Aria is given. It takes the direction of its arrow keys and pop-ups from the locale, so a layout that runs against
 * the language names a script of that direction; its words stay those of the language.
 */
export function ariaLocale(language: string, direction: Direction): string {
  const own = directionOf('auto', language)
  if (own === direction) return language
  return `${language}-${direction === 'rtl' ? 'Arab' : 'Latn'}`
}
