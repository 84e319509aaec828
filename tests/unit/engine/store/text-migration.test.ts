import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openArchive } from '#engine/open'
import { SCHEMA_VERSION } from '#engine/store/migrate'
import { listForeignParts } from '#engine/store/own-schema'
import { readText } from '#engine/store/texts'
import type { ArchiveUpgrade } from '#shared/model/app'
import { type Block, readerText } from '#shared/model/block'
import type { DocumentId } from '#shared/model/ids'
import { archiveOfVersion2, textOfVersion2 } from '#tests/support/archive-of-version-2'
import { temporaryFolder } from '#tests/support/temporary'

const SHORT: readonly Block[] = [
  { kind: 'heading', level: 1, text: 'گواهی', page: 1 },
  { kind: 'paragraph', text: 'One of eleven. 𠮷', page: 2, inline: [{ start: 0, end: 3, style: 'strong' }] },
  { kind: 'image', text: '', resource: 'a.png', page: 2 }
]
const LONG: readonly Block[] = Array.from({ length: 9000 }, (_, index) => ({
  kind: index % 40 === 0 ? 'heading' : 'paragraph',
  text: `Paragraph ${index} of the testimony from Nehrin, می خواهم کتاب ها.`
}))

test('texts of version 2 are put into chunks, and nothing of them is lost', () => {
  const allOfLong = `Menu\n${LONG.map(({ text }) => text).join('\n')}\nFooter`
  const directory = archiveOfVersion2(temporaryFolder(), [
    textOfVersion2(SHORT, null),
    textOfVersion2(LONG, allOfLong),
    null,
    textOfVersion2([], 'Only in all text'),
    textOfVersion2([{ kind: 'rule', text: '' }], null)
  ])
  const archive = openArchive(directory)
  const text = (id: number) => readText(archive.db, id as DocumentId)
  expect(text(1)).toEqual({ blocks: SHORT, reader: readerText(SHORT), all: readerText(SHORT) })
  expect(text(2)).toEqual({ blocks: LONG, reader: readerText(LONG), all: allOfLong })
  expect(text(3)).toEqual({ blocks: [], reader: '', all: '' })
  expect(text(4)).toEqual({ blocks: [], reader: '', all: 'Only in all text' })
  expect(text(5)).toEqual({ blocks: [{ kind: 'rule', text: '' }], reader: '', all: '' })
  expect(archive.db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION)
  expect(archive.db.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'document_text_whole'").pluck().get()).toBe(0)
  // Brought here from an older version it has the same parts as a new one, worded the same.
  expect(listForeignParts(archive.db)).toEqual([])
  archive.close()
  expect(readdirSync(directory)).toContain('archive.db.before-v3')
})

test('says how far it is while an archive of version 2 is brought to this one', () => {
  const directory = archiveOfVersion2(temporaryFolder(), [
    textOfVersion2(SHORT, null),
    null,
    textOfVersion2(SHORT, 'One more'),
    textOfVersion2(SHORT, null)
  ])
  const told: ArchiveUpgrade[] = []
  openArchive(directory, { tell: (upgrade) => told.push(upgrade) }).close()
  const [copying, ...steps] = told
  expect(copying).toEqual({ done: 0, total: 1 })
  expect(steps.map(({ done }) => done)).toEqual([1, 2, 3, 5, 6, 7, 8])
  expect(new Set(steps.map(({ total }) => total))).toEqual(new Set([8]))
  openArchive(directory, { tell: () => expect.unreachable('it is of this version now') }).close()
})

test('half a copy of the older archive passes for none, and is not left behind', () => {
  const directory = archiveOfVersion2(temporaryFolder(), [textOfVersion2(SHORT, null)])
  const copy = join(directory, 'archive.db.before-v3')
  writeFileSync(`${copy}.part`, 'cut short')
  const archive = openArchive(directory)
  expect(readText(archive.db, 1 as DocumentId).reader).toBe(readerText(SHORT))
  archive.close()
  expect(readdirSync(directory).filter((name) => name.includes('.part'))).toEqual([])
  const copied = new Database(copy, { readonly: true })
  expect(copied.pragma('user_version', { simple: true })).toBe(2)
  copied.close()
})

test('a text that can not be unpacked keeps nobody from the others, and is read again from its original', () => {
  const directory = archiveOfVersion2(temporaryFolder(), [
    { blocks: Buffer.from('not deflate'), allText: null },
    textOfVersion2(SHORT, null)
  ])
  const archive = openArchive(directory)
  expect(readText(archive.db, 1 as DocumentId).reader).toBe('')
  expect(readText(archive.db, 2 as DocumentId).reader).toBe(readerText(SHORT))
  expect(archive.db.prepare('SELECT extractor_version FROM document ORDER BY id').pluck().all()).toEqual([0, 1])
  archive.close()
})
