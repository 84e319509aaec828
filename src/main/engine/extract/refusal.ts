import type { ExtractedDocument } from '#engine/extract/job'
import type { ProblemCode } from '#shared/model/document'
import { indexColumn } from '#shared/text/hangul-words'

/** What the archive keeps of a file whose reading was given up: the original, the name it is found by, and why. */
export function refusedDocument(code: ProblemCode, message: string, mediaType: string, name: string): ExtractedDocument {
  return {
    status: 'failed',
    problem: { code, message },
    mediaType,
    format: null,
    extractorVersion: 0,
    charset: null,
    title: null,
    author: null,
    publisher: null,
    date: null,
    sourceUrl: null,
    language: 'und',
    languages: [],
    direction: 'ltr',
    wordCount: 0,
    originalView: null,
    pageCount: null,
    facts: [],
    message: null,
    scans: [],
    remoteResources: [],
    text: null,
    textBytes: 0,
    index: { title: indexColumn(name), people: '', body: '', rest: '' },
    members: []
  }
}
