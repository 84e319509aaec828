import { collapseSpace } from '#engine/extract/blocks/line-writer'
import { parseDate } from '#engine/extract/dates/dates'
import type { FoundMetadata } from '#engine/extract/found'
import type { DomDocument } from '#engine/extract/html/dom'
import { type LinkedData, linkedData } from '#engine/extract/html/json-ld'
import { firstOf, type MetaElements, metaElements } from '#engine/extract/html/meta-elements'
import { splitTitle } from '#engine/extract/html/page-title'
import { httpAddress, savedFrom } from '#engine/extract/html/source-address'
import { visibleText } from '#engine/extract/html/visible-text'

/** No title, name or date is longer; what hostile pages put there is cut. */
const LONGEST = 2000

const TITLES = ['citation_title', 'og:title', 'dc.title', 'dcterms.title', 'twitter:title', 'parsely-title', 'sailthru.title']
const AUTHORS = [
  'citation_author',
  'author',
  'dc.creator',
  'dcterms.creator',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'byl',
  'twitter:creator:name'
]
const SITES = ['og:site_name', 'application-name', 'apple-mobile-web-app-title']
const PUBLISHERS = ['citation_publisher', 'dc.publisher', 'dcterms.publisher', 'article:publisher', 'publisher']
const DATES = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'citation_publication_date',
  'citation_date',
  'dcterms.issued',
  'dc.date.issued',
  'dc.date',
  'dcterms.date',
  'dcterms.created',
  'dc.date.created',
  'pubdate',
  'publishdate',
  'publish_date',
  'publish-date',
  'publication_date',
  'parsely-pub-date',
  'sailthru.date',
  'date'
]
const ADDRESSES = ['og:url', 'twitter:url', 'citation_fulltext_html_url', 'dc.identifier', 'dcterms.identifier', 'parsely-link']

/** What Readability finds out on the way; asked last. */
export type LastResort = Readonly<{ title?: string; author?: string; publisher?: string; date?: string; language?: string }>

/**
 * Title, author, publisher, date, address and language of a page, from JSON-LD, meta elements (Open Graph, Dublin Core, citation and
 * others), the notes of the program that saved it, its `title`, headings and `time` elements. Nothing is guessed: what no source says
 * is null. Leaves the tree as it is.
 */
export function pageMetadata(document: DomDocument, html: string): FoundMetadata {
  const meta = metaElements(document)
  const linked = linkedData(document)
  const sourceUrl = addressOf(document, html, meta, linked)
  const site = clean(firstOf(meta, SITES) ?? linked?.publisher)
  const { title, siteInTitle } = titleOf(document, meta, linked, site, sourceUrl)
  const publisher = clean(site ?? firstOf(meta, PUBLISHERS)) ?? siteInTitle ?? null
  return {
    title: title ?? null,
    author: authorOf(document, meta, linked),
    publisher: publisher !== null && /^https?:/i.test(publisher) ? null : publisher,
    date: dateOf(document, meta, linked),
    sourceUrl: sourceUrl ?? null,
    language: languageOf(document, meta, linked)
  }
}

/** Fills what the page itself left open. */
export function withLastResort(metadata: FoundMetadata, resort: LastResort): FoundMetadata {
  return {
    title: metadata.title ?? clean(resort.title) ?? null,
    author: metadata.author ?? personName(resort.author) ?? null,
    publisher: metadata.publisher ?? clean(resort.publisher) ?? null,
    date: metadata.date ?? (resort.date === undefined ? null : parseDate(resort.date)),
    sourceUrl: metadata.sourceUrl,
    language: metadata.language ?? resort.language ?? null
  }
}

function titleOf(
  document: DomDocument,
  meta: MetaElements,
  linked: LinkedData | undefined,
  site: string | undefined,
  address: string | undefined
) {
  const heading = clean(document.querySelector('h1')?.textContent)
  const candidates = [linked?.title, firstOf(meta, TITLES), document.querySelector('title')?.textContent, heading]
  let siteInTitle: string | undefined
  for (const candidate of candidates) {
    const raw = clean(candidate)
    if (raw === undefined) continue
    const split = splitTitle(raw, { site, address, heading })
    siteInTitle ??= split.site
    if (split.title !== (site ?? siteInTitle)) return { title: split.title, siteInTitle }
  }
  return { title: clean(candidates.find((candidate) => clean(candidate) !== undefined)), siteInTitle }
}

function authorOf(document: DomDocument, meta: MetaElements, linked: LinkedData | undefined): string | null {
  const marked = document.querySelector(
    '[itemprop~="author"] [itemprop="name"], [itemprop~="author"], [rel~="author"], .byline .author, .author-name, .byline-name'
  )
  const named = AUTHORS.map((name) => meta.get(name)).find((values) => values?.some((value) => personName(value) !== undefined))
  const authors = (linked?.authors.length ? linked.authors : (named ?? [marked?.textContent]))
    .map(personName)
    .filter((name) => name !== undefined)
  return authors.length === 0 ? null : [...new Set(authors)].slice(0, 20).join(', ')
}

/** Without "By"; undefined for addresses, handles, and what is too long or has figures in it and so is no name. */
function personName(value: string | null | undefined): string | undefined {
  const name = clean(value)
    ?.replace(/^by[\s:]+/i, '')
    .replace(/^(?:نویسنده|به قلم)\s*:?\s*/, '')
  return name === undefined || name === '' || name.length > 200 || /\d/.test(name) || /^(?:https?:|www\.|@)/i.test(name)
    ? undefined
    : name
}

function dateOf(document: DomDocument, meta: MetaElements, linked: LinkedData | undefined): string | null {
  const stated = [linked?.date, ...DATES.flatMap((name) => meta.get(name) ?? [])]
  for (const value of stated) {
    const date = value === undefined ? null : parseDate(value)
    if (date !== null) return date
  }
  return timeElementDate(document)
}

/** The `time` element that is marked as the publication, stands in the only article, or is the only one. */
function timeElementDate(document: DomDocument): string | null {
  const marked = document.querySelector('[itemprop~="datePublished"], time[pubdate], time.published, time.entry-date')
  if (marked) return parseDate(marked.getAttribute('datetime') ?? marked.getAttribute('content') ?? marked.textContent ?? '')
  const articles = [...document.querySelectorAll('article')]
  const scope = articles.length === 1 ? articles[0] : undefined
  const times = [...(scope ?? document).querySelectorAll('time[datetime]')].map((time) =>
    parseDate(time.getAttribute('datetime') ?? '')
  )
  const dates = new Set(times.filter((date) => date !== null))
  if (scope && dates.size > 0) return [...dates][0] ?? null
  return dates.size === 1 ? ([...dates][0] ?? null) : null
}

function addressOf(document: DomDocument, html: string, meta: MetaElements, linked: LinkedData | undefined): string | undefined {
  const saved = savedFrom(html)
  if (saved !== undefined) return saved
  const base = httpAddress(document.querySelector('base[href]')?.getAttribute('href'))
  const canonical = httpAddress(document.querySelector('link[rel~="canonical" i]')?.getAttribute('href'), base)
  const stated = ADDRESSES.flatMap((name) => meta.get(name) ?? [])
    .map((value) => httpAddress(value))
    .find((value) => value !== undefined)
  return canonical ?? stated ?? httpAddress(linked?.url) ?? base
}

function languageOf(document: DomDocument, meta: MetaElements, linked: LinkedData | undefined): string | null {
  const root = document.querySelector('html')
  return (
    clean(root?.getAttribute('lang') ?? root?.getAttribute('xml:lang')) ??
    clean(document.querySelector('body[lang]')?.getAttribute('lang')) ??
    clean(
      firstOf(meta, ['content-language', 'language', 'dc.language', 'dcterms.language', 'og:locale', 'citation_language'])
    )?.split(/[,;]/)[0] ??
    linked?.language ??
    null
  )
}

/** Plain text of a value that may hold markup and character references; undefined when nothing is left. */
function clean(value: string | null | undefined): string | undefined {
  if (value === null || value === undefined) return undefined
  return cleanText(value.slice(0, LONGEST))
}

function cleanText(value: string): string | undefined {
  const text = /[<&]/.test(value) ? visibleText(value).replaceAll('\n', ' ') : value
  return collapseSpace(text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Cc}]/gu, ' ')) || undefined
}
