import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CREDITS } from '#renderer/features/settings/credits.ts'

const ALLOWED = new Set(['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'OFL-1.1'])
/** Packages whose name in About is not their package name. */
const NAMES: Readonly<Record<string, string>> = {
  '@mozilla/readability': 'Readability',
  'better-sqlite3': 'SQLite',
  'css-tree': 'CSSTree'
}

describe('CREDITS', () => {
  const words = CREDITS.map((credit) => credit.name.toLowerCase()).join('\n')

  it('names every library the program depends on', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
    const nameOf = (name: string): string => NAMES[name] ?? (name.startsWith('@tesseract.js-data/') ? '@tesseract.js-data' : name)
    const missing = Object.keys(dependencies).filter((name) => !words.includes(nameOf(name).toLowerCase()))
    expect(missing).toEqual([])
  })

  it('names every bundled font', () => {
    const fonts = readFileSync('src/renderer/app/fonts.css', 'utf8').match(/@fontsource-variable\/[a-z0-9-]+/g) ?? []
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(words).toContain(font.split('/')[1]?.replaceAll('-', ' '))
  })

  it('holds free licences only', () => {
    for (const { licence } of CREDITS) expect(ALLOWED).toContain(licence)
  })
})
