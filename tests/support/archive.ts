/** Real archives with documents written as an import writes them, without the parser processes. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { recordAddedOriginals } from '#engine/custody/record-originals'
import type { ExtractedDocument } from '#engine/extract/job'
import { writeNewDocument } from '#engine/import/write-document'
import { type Archive, createArchive } from '#engine/open'
import { transaction } from '#engine/store/connection'
import { recordFolder } from '#engine/store/folders'
import { insertImport } from '#engine/store/imports'
import { insertSighting } from '#engine/store/sightings'
import { packDocumentText } from '#engine/text/pack-text'
import { readerText } from '#shared/model/block'
import type { DocumentId } from '#shared/model/ids'
import { countWords } from '#shared/text/count-words'
import { indexColumn } from '#shared/text/hangul-words'
import { temporaryFolder } from '#tests/support/temporary'

export function newArchive(): Archive {
  const archive = createArchive(join(temporaryFolder(), 'Test.sanad'))
  onTestFinished(() => {
    if (archive.db.open) archive.close()
  })
  return archive
}

export type Sample = Partial<
  Pick<
    ExtractedDocument,
    'title' | 'author' | 'publisher' | 'date' | 'language' | 'mediaType' | 'status' | 'problem' | 'facts' | 'pageCount'
  >
> &
  Readonly<{ text: string; rest?: string; path?: string; sizeBytes?: number }>

/** A document as reading a plain text makes it. */
export function extractedFrom(sample: Sample): ExtractedDocument {
  const { text, rest = '' } = sample
  const blocks = text === '' ? [] : text.split('\n\n').map((paragraph) => ({ kind: 'paragraph' as const, text: paragraph }))
  const allText = rest === '' ? null : `${readerText(blocks)}\n${rest}`
  return {
    status: sample.status ?? 'searchable',
    problem: sample.problem ?? null,
    mediaType: sample.mediaType ?? 'text/plain',
    format: 'text',
    extractorVersion: 1,
    charset: 'utf-8',
    title: sample.title ?? null,
    author: sample.author ?? null,
    publisher: sample.publisher ?? null,
    date: sample.date ?? null,
    sourceUrl: null,
    language: sample.language ?? 'en',
    direction: 'ltr',
    wordCount: countWords(text),
    languages: [],
    originalView: null,
    pageCount: sample.pageCount ?? null,
    facts: sample.facts ?? [],
    message: null,
    scans: [],
    members: [],
    remoteResources: [],
    text: packDocumentText(blocks, allText),
    textBytes: text.length,
    index: { title: indexColumn(sample.title ?? ''), people: '', body: indexColumn(text), rest: indexColumn(rest) }
  }
}

/** Adds documents under `/source`; the ids in the order given. */
export function addDocuments(archive: Archive, samples: readonly Sample[]): DocumentId[] {
  const { db } = archive
  const importId = insertImport(db, 'source', ['/source'], 0)
  return transaction(db, () => {
    const ids = samples.map((sample, i) => {
      const path = sample.path ?? `/source/${i}.txt`
      const sha256 = createHash('sha256')
        .update(JSON.stringify([i, importId, sample]))
        .digest()
      const fileName = path.slice(path.lastIndexOf('/') + 1)
      const id = writeNewDocument(
        db,
        { sha256, sizeBytes: sample.sizeBytes ?? 1, importId, fileName, now: i },
        extractedFrom(sample)
      )
      const parts = path.split('/').slice(1, -1)
      let folderId: ReturnType<typeof recordFolder> | null = null
      for (const [depth, name] of parts.entries())
        folderId = recordFolder(db, `/${parts.slice(0, depth + 1).join('/')}`, name, folderId)
      if (folderId === null) throw new Error(`${path} lies in no folder`)
      insertSighting(db, { documentId: id, folderId, importId, path, modifiedAt: 0, seenAt: 0 })
      return id
    })
    recordAddedOriginals(db, importId)
    return ids
  })
}
