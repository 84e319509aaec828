import { parseDate } from '#engine/extract/dates/dates'
import { type FoundMetadata, NOTHING_FOUND } from '#engine/extract/found'
import { httpAddress } from '#engine/extract/html/source-address'

/** A text and what stood before it: `raw` as written, `metadata` as read. */
export type FrontMatter = Readonly<{ body: string; raw: string; metadata: FoundMetadata }>

/** Longer front matter is text. */
const LONGEST = 20_000

/** Splits YAML or TOML front matter off a Markdown text and reads its plain `key: value` lines. `raw` is empty without any. */
export function readFrontMatter(text: string): FrontMatter {
  const mark = /^(---|\+\+\+)[ \t]*\r?\n/.exec(text)
  const end = mark
    ? text.slice(0, LONGEST).search(mark[1] === '---' ? /\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/ : /\n\+\+\+[ \t]*(?:\r?\n|$)/)
    : -1
  if (!mark || end < 0) return { body: text, raw: '', metadata: NOTHING_FOUND }
  const raw = text.slice(mark[0].length, end).trim()
  const fields = fieldsOf(raw)
  if (fields.size === 0) return { body: text, raw: '', metadata: NOTHING_FOUND }
  const field = (...names: string[]): string | null =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined) ?? null
  const date = field('date', 'published', 'datepublished')
  const metadata = {
    title: field('title'),
    author: field('author', 'authors', 'by'),
    publisher: field('publisher', 'site', 'organisation', 'organization'),
    date: date === null ? null : parseDate(date),
    sourceUrl: httpAddress(field('source', 'url', 'source_url', 'canonical', 'link')) ?? null,
    language: field('lang', 'language')
  }
  return { body: text.slice(text.indexOf('\n', end + 1) + 1 || text.length), raw, metadata }
}

function fieldsOf(raw: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of raw.split(/\r?\n/)) {
    const match = /^([A-Za-z][\w-]{0,40})\s*[:=]\s*(.{0,1000})$/.exec(line)
    const value = match?.[2]
      ?.trim()
      .replace(/^\[(.*)\]$/, '$1')
      .replace(/^(["'])(.*)\1$/, '$2')
      .trim()
    if (match?.[1] && value) fields.set(match[1].toLowerCase(), value)
  }
  return fields
}
