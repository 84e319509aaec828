/** Media types of purely textual files, by the extension that tells them apart; their bytes do not. */
const BY_EXTENSION: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  text: 'text/plain',
  log: 'text/plain',
  md: 'text/markdown',
  markdown: 'text/markdown',
  mdown: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'application/xhtml+xml',
  xht: 'application/xhtml+xml',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  tab: 'text/tab-separated-values',
  json: 'application/json',
  jsonl: 'application/x-ndjson',
  ndjson: 'application/x-ndjson',
  geojson: 'application/geo+json',
  xml: 'application/xml',
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  kml: 'application/vnd.google-earth.kml+xml',
  gpx: 'application/gpx+xml',
  yaml: 'application/yaml',
  yml: 'application/yaml',
  toml: 'application/toml',
  ini: 'text/plain',
  srt: 'application/x-subrip',
  vtt: 'text/vtt',
  ics: 'text/calendar',
  vcf: 'text/vcard',
  tex: 'text/x-tex',
  bib: 'text/x-bibtex',
  rst: 'text/x-rst',
  adoc: 'text/asciidoc',
  po: 'text/x-gettext-translation',
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
  ts: 'text/x-typescript',
  py: 'text/x-python',
  sh: 'text/x-shellscript',
  c: 'text/x-c',
  h: 'text/x-c',
  java: 'text/x-java',
  php: 'text/x-php',
  sql: 'application/sql',
  diff: 'text/x-diff',
  patch: 'text/x-diff'
}

const ALL = new Set(Object.values(BY_EXTENSION))

/** The types of purely textual files, and the way from a file name's extension to them. */
export const TEXT_TYPES: Readonly<{ has(mediaType: string): boolean; byExtension(extension: string): string | undefined }> = {
  has: (mediaType) => ALL.has(mediaType),
  byExtension: (extension) => (Object.hasOwn(BY_EXTENSION, extension) ? BY_EXTENSION[extension] : undefined)
}

/** The extension of a file name, lower case without the dot; empty without one. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase()
}
