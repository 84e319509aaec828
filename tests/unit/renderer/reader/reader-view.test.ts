import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { opensInOriginal, textOf, viewsOf } from '#renderer/features/reader/reader-view.ts'
import type { DocumentDetail } from '#shared/model/document'
import { documentIdSchema, importIdSchema } from '#shared/model/ids'

function documentOf(patch: Partial<DocumentDetail>): DocumentDetail {
  return {
    id: v.parse(documentIdSchema, 1),
    title: 'Register',
    author: null,
    publisher: null,
    date: null,
    language: 'en',
    direction: 'ltr',
    mediaType: 'application/pdf',
    status: 'searchable',
    fileName: 'register.pdf',
    path: '/register.pdf',
    isRead: false,
    isStarred: false,
    tags: [],
    heldWarnings: [],
    holder: null,
    sourceUrl: null,
    sizeBytes: 1,
    sha256: '',
    charset: null,
    charsetChosen: false,
    wordCount: 10,
    importedAt: 0,
    importId: v.parse(importIdSchema, 1),
    sightings: [],
    corrected: {},
    problem: null,
    originalView: 'pages',
    pageCount: 3,
    facts: [],
    languages: [],
    format: 'pdf',
    members: 0,
    heldBy: [],
    ocrLanguages: null,
    ocr: null,
    remoteResources: [],
    ...patch
  }
}

const values = (document: DocumentDetail) => viewsOf(document).map(({ value, label }) => `${value} ${label}`)
const pdf = documentOf({})
const scan = documentOf({ status: 'needs-ocr', wordCount: 0 })
const photo = documentOf({ mediaType: 'image/jpeg', status: 'no-text', wordCount: 0, pageCount: 1 })
const page = documentOf({ mediaType: 'text/html', originalView: 'page', pageCount: null })

describe('the views of a document', () => {
  it('are the text and the pages of a PDF, and the pages alone where there is no text', () => {
    expect(values(pdf)).toEqual(['reader reader.viewReader', 'all reader.viewAll', 'original reader.viewPages'])
    expect(values(scan)).toEqual(['original reader.viewPages'])
    expect(values({ ...scan, wordCount: 3 })).toHaveLength(3)
  })

  it('call a picture a picture, and a fax of many pages pages', () => {
    expect(values(photo)).toEqual(['original reader.viewPicture'])
    expect(values({ ...photo, mediaType: 'image/tiff', pageCount: 4 })).toEqual(['original reader.viewPages'])
  })

  it('are nothing to choose where there is neither text nor an original to show', () => {
    expect(values(documentOf({ originalView: null, status: 'failed', wordCount: 0 }))).toEqual([])
  })
})

describe('the view that a document opens in', () => {
  it('is its pages, until the person prefers its text', () => {
    expect(opensInOriginal(pdf, {}, false)).toBe(true)
    expect(opensInOriginal(pdf, { pages: false }, false)).toBe(false)
    expect(opensInOriginal(scan, { pages: false }, false)).toBe(true)
  })

  it('is its text where pictures wait to be asked for, but a picture stays one', () => {
    expect(opensInOriginal(pdf, {}, true)).toBe(false)
    expect(opensInOriginal(pdf, { pages: true }, true)).toBe(true)
    expect(opensInOriginal({ ...photo, wordCount: 5 }, {}, true)).toBe(true)
  })

  it('is the text of a saved page, whose frame shows no hits', () => {
    expect(opensInOriginal(page, {}, false)).toBe(false)
    expect(opensInOriginal(page, { page: true }, false)).toBe(false)
    expect(textOf('original', page)).toBeNull()
    expect(textOf('original', pdf)).toBe('reader')
    expect(textOf('all', undefined)).toBe('all')
  })
})
