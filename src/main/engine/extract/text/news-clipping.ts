import { findDateLine } from '#engine/extract/dates/date-line'
import { findByline } from '#engine/extract/text/byline'
import { isCopyrightLine, isFurniture, isFurnitureAtEdge } from '#engine/extract/text/furniture'
import type { Paragraph } from '#engine/extract/text/text-paragraphs'

/** How many lines from the top hold the name of the site, the headline and its repeats. */
const HEAD_LINES = 14
/** How many lines from the end are looked through for furniture. */
const END_LINES = 25
/** Repeats shorter than this are left alone: refrains, names, "He wept." */
const LONG_PARAGRAPH = 60
const SITE_NAME = 60
/** Lines from the top and from the end where single words are furniture. */
const EDGE = { top: 8, end: 15 }
/** Words that names of sites are made of. */
const SITE_WORDS =
  /\b(?:news|watch|times|post|press|radio|tv|daily|weekly|wire|agency|cent(?:er|re)|committee|council|foundation|institute|organi[sz]ation|association|society|network|international|campaign|archive|journal|tribune|observer|monitor|herald|gazette|magazine|human rights|amnesty|\.(?:com|org|net|info))\b|خبرگزاری|سازمان|مرکز|کانون|بنیاد|روزنامه|رادیو|تلویزیون|کمیته|عفو بین|دیده[\s‌]?بان|پایگاه|انجمن|شبکه|کارزار|ماهنامه|مجله|وكالة|منظمة|صحيفة|مركز/i
const HEADLINE = { least: 12, most: 300 }
/** Beyond this many paragraphs the search for partial repeats would cost more than it gives. */
const MOST_PARAGRAPHS = 400

/** A news item without its furniture. */
export type Clipping = Readonly<{
  title: string
  publisher: string | null
  author: string | null
  /** What the Reader shows: the headline first, each paragraph once, no furniture. */
  paragraphs: readonly Paragraph[]
}>

/**
 * Reads a news item that was saved as plain text. Undefined when the text is not surely one: then nothing of it may be left out.
 *
 * A clipping has furniture among its last lines (a copyright line, empty tags, sharing icons) or, near its top, a headline that
 * stands twice together with a byline or a line of date (`date`, see `dateNearTop`). Of a clipping the Reader leaves out: furniture; the headline's repeats near the top;
 * the site's name above it; and paragraphs of 60 characters or more that stand elsewhere word for word (pull quotes, standfirsts). Shorter repeats
 * always stay, and no other text is touched at all: verse repeats itself, and so do people who tell what they saw.
 */
export function readClipping(paragraphs: readonly Paragraph[], date: string | null): Clipping | undefined {
  const top = firstLines(paragraphs, HEAD_LINES * 2)
  const end = lastLines(paragraphs, END_LINES)
  const head = top.slice(0, HEAD_LINES).filter((line) => !isFurnitureAtEdge(line))
  const author = head.map(findByline).find((found) => found !== undefined) ?? null
  const hasFurniture = end.some(isFurniture)
  if (!hasFurniture && author === null && date === null) return undefined
  const site = siteName(head, end, hasFurniture)
  const headline = findHeadline(top, head, site)
  if (headline === undefined) return undefined
  const isRepeated = countSame(head, headline) > 1
  if (!hasFurniture && !isRepeated) return undefined
  return { title: headline, publisher: site ?? null, author, paragraphs: readerParagraphs(paragraphs, headline, site) }
}

/**
 * The first line, when it is a short name that is not the headline: the copyright line has it too, or the headline stands twice below
 * it, or (in what surely was a page) it is made like a name and a longer headline follows.
 */
function siteName(head: readonly string[], end: readonly string[], wasPage: boolean): string | undefined {
  const first = head[0]
  if (first === undefined) return undefined
  const combined = /^(.{12,250}?)\s+[|–—»-]\s+(.{2,60})$/.exec(first)
  if (combined?.[1] && combined[2] && countSame(head, combined[1]) > 0) return combined[2]
  if (first.length > SITE_NAME || /[.!?؟…:]$/.test(first) || findDateLine(first) !== undefined || findByline(first) !== undefined)
    return undefined
  if (first.length >= HEADLINE.least && countSame(head, first) > 1) return undefined
  const inCopyright = end.some((line) => isCopyrightLine(line) && plain(line).includes(plain(first)))
  const below = head.slice(1)
  const twice = below.some((line, at) => isHeadlineLike(line) && below.indexOf(line, at + 1) > at)
  return inCopyright || twice || (wasPage && isNameAbove(first, below[0])) ? first : undefined
}

function isNameAbove(first: string, next: string | undefined): boolean {
  if (next === undefined || !isHeadlineLike(next) || next.length <= first.length || next.length > 160 || /[.!?؟…:]$/.test(next))
    return false
  return SITE_WORDS.test(first) || first.split(/\s+/).length <= 3
}

/** The line that stands twice near the top; without one, the first that looks like a headline. */
function findHeadline(top: readonly string[], head: readonly string[], site: string | undefined): string | undefined {
  const candidates = head.filter((line) => isHeadlineLike(line) && line !== site)
  return candidates.find((line) => countSame(top, line) > 1) ?? candidates[0]
}

function countSame(lines: readonly string[], line: string): number {
  const wanted = plain(line)
  // Comparing lengths first spares most of the work: `plain` takes little off a line.
  return lines.filter((other) => Math.abs(other.length - line.length) < 20 && plain(other) === wanted).length
}

function firstLines(paragraphs: readonly Paragraph[], most: number): string[] {
  return paragraphs.slice(0, most).flat().slice(0, most).map(trimmed)
}

function lastLines(paragraphs: readonly Paragraph[], most: number): string[] {
  return paragraphs.slice(-most).flat().slice(-most).map(trimmed)
}

function trimmed(line: string): string {
  return line.trim()
}

function isHeadlineLike(line: string): boolean {
  if (line.length < HEADLINE.least || line.length > HEADLINE.most) return false
  return findByline(line) === undefined && findDateLine(line) === undefined && /\p{L}/u.test(line)
}

function readerParagraphs(paragraphs: readonly Paragraph[], headline: string, site: string | undefined): Paragraph[] {
  const texts = paragraphs.map((lines) => plain(lines.join(' ')))
  const title = plain(headline)
  const name = plain(site ?? '')
  const shown = new Set<string>([title])
  const kept: Paragraph[] = [[headline]]
  const total = paragraphs.reduce((sum, lines) => sum + lines.length, 0)
  let seen = 0
  paragraphs.forEach((lines, index) => {
    const rest = lines.filter((line) => {
      seen++
      const text = plain(line)
      if (seen <= EDGE.top || total - seen < EDGE.end ? isFurnitureAtEdge(line) : isFurniture(line)) return false
      if (seen <= HEAD_LINES && (text === title || text === name || isTitleOfPage(text, title, name))) return false
      return text.length < LONG_PARAGRAPH || !shown.has(text)
    })
    const text = plain(rest.join(' '))
    if (rest.length === 0 || (text.length >= LONG_PARAGRAPH && (shown.has(text) || standsInside(text, texts, index)))) return
    for (const line of rest) shown.add(plain(line))
    shown.add(text)
    kept.push(rest)
  })
  return kept
}

/** "Headline | Site" */
function isTitleOfPage(text: string, title: string, site: string): boolean {
  return site !== '' && text.startsWith(title) && text.endsWith(site) && text.length <= title.length + site.length + 4
}

/** A pull quote: the same words stand in another, longer paragraph. */
function standsInside(text: string, texts: readonly string[], index: number): boolean {
  if (texts.length > MOST_PARAGRAPHS || text.length > 1000) return false
  return texts.some((other, at) => at !== index && other.length > text.length && other.includes(text))
}

/** For comparing: without quotation marks and stops at its ends, spaces as one, lower case. */
function plain(line: string): string {
  return line
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^["'“”«»‘’„]+|["'“”«»‘’„.,،;؛…]+$/g, '')
    .toLowerCase()
}
