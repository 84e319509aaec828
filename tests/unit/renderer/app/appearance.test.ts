import { describe, expect, it } from 'vitest'
import { ariaLocale, directionOf, themeOf } from '#renderer/app/appearance.ts'

describe('the appearance', () => {
  it('follows the computer only where the setting says so', () => {
    expect(themeOf('system', true)).toBe('dark')
    expect(themeOf('system', false)).toBe('light')
    expect(themeOf('light', true)).toBe('light')
  })

  it('takes the direction from the language unless it is set', () => {
    expect(directionOf('auto', 'en')).toBe('ltr')
    expect(directionOf('auto', 'fa-IR')).toBe('rtl')
    expect(directionOf('rtl', 'en')).toBe('rtl')
    expect(directionOf('ltr', 'ar')).toBe('ltr')
  })

  it('gives React Aria a locale of the layout’s direction whose words are the language’s', () => {
    expect(ariaLocale('en', 'ltr')).toBe('en')
    expect(ariaLocale('fa', 'rtl')).toBe('fa')
    expect(new Intl.Locale(ariaLocale('en', 'rtl'))).toMatchObject({ language: 'en', script: 'Arab' })
    expect(new Intl.DateTimeFormat(ariaLocale('en', 'rtl'), { month: 'long', timeZone: 'UTC' }).format(0)).toBe('January')
  })
})
