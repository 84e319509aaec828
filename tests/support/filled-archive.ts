/** An archive of real files, imported once in each process of a run; each test works on a copy of its own. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { residentBytes, spawnChild } from '#engine/extract/pool/child-process'
import { createExtractPool } from '#engine/extract/pool/pool'
import type { ArchivePlace } from '#engine/integrity/archive-place'
import type { ArchiveKeys } from '#engine/keys/archive-keys'
import { type Archive, createArchive, openArchive } from '#engine/open'
import { correctField } from '#engine/organise/correcting'
import { tagDocuments } from '#engine/organise/tagging'
import { durableTransaction, openForWriting } from '#engine/store/connection'
import { setDatabaseKey } from '#engine/store/database-keys'
import { setMark } from '#engine/store/documents'
import type { DocumentId } from '#shared/model/ids'
import { extractEntry } from '#tests/support/extract-entry'
import { importAll } from '#tests/support/import'
import { folderOfRun } from '#tests/support/run-folder'
import { temporaryFolder } from '#tests/support/temporary'
import { zipFile } from '#tests/support/zip-file'

/** Files on disk that the import takes; one of them holds two more documents. */
export const FILLED = { files: 16, documents: 18 } as const

const key = (byte: number): Uint8Array => new Uint8Array(32).fill(byte)

/** Keys of the encrypted form of the archive; no passphrase was ever stretched for them. */
const KEYS: ArchiveKeys = { database: key(1), originals: key(2), names: key(3) }

export type Form = 'plain' | 'encrypted'
export const FORMS: readonly Form[] = ['plain', 'encrypted']

const filled = new Map<Form, Promise<string>>()

/** Folder of the closed archive. Its documents are letters in several scripts, a long text, a page, an empty file and a zip. */
function filledOnce(form: Form): Promise<string> {
  const made = filled.get(form) ?? fill(form)
  filled.set(form, made)
  return made
}

function writePapers(folder: string): void {
  mkdirSync(folder)
  for (let n = 0; n < 12; n++) writeFileSync(join(folder, `letter ${n}.txt`), `The mill of Darvan, letter ${n}.\n\nگزارش ${n}\n`)
  writeFileSync(join(folder, 'large.txt'), Array.from({ length: 4000 }, (_, n) => `river road ${n % 977}`).join('\n'))
  writeFileSync(join(folder, 'empty.txt'), '')
  writeFileSync(join(folder, 'page.html'), '<html><title>Nehrin</title><body><p>강을 따라 걷다 at the river.</p></body></html>')
  writeFileSync(
    join(folder, 'bag.zip'),
    zipFile([
      { name: 'inside one.txt', content: 'Inside the bag lies a letter.' },
      { name: 'inside two.txt', content: 'And another of the ferryman.' }
    ])
  )
}

async function fill(form: Form): Promise<string> {
  const folder = folderOfRun(`filled-${form}`)
  const entry = await extractEntry()
  const pool = createExtractPool({ spawn: () => spawnChild(entry), size: 1, residentBytes })
  const papers = join(folder, 'papers')
  writePapers(papers)
  const archive = form === 'plain' ? createArchive(join(folder, 'Filled.sanad')) : createEncrypted(join(folder, 'Filled.sanad'))
  try {
    await importAll(archive, pool, [papers])
    tagDocuments(archive.db, 'to read', [1, 2, 3] as DocumentId[])
    tagDocuments(archive.db, 'شاهد', [2] as DocumentId[])
    correctField(archive.db, 4 as DocumentId, 'author', 'The miller of Darvan')
    durableTransaction(archive.db, () => setMark(archive.db, 'is_starred', [5 as DocumentId], true))
    return archive.directory
  } finally {
    archive.close()
    await pool.close()
  }
}

function createEncrypted(directory: string): Archive {
  mkdirSync(directory)
  setDatabaseKey(directory, KEYS.database)
  const db = openForWriting(join(directory, 'archive.db'))
  db.exec('CREATE TABLE begun (x); DROP TABLE begun')
  db.close()
  return openArchive(directory, { keys: KEYS })
}

/** Folder of a copy that is removed when the test ends; `papers` beside it is what was imported. */
export async function filledCopy(form: Form = 'plain'): Promise<string> {
  const source = await filledOnce(form)
  const copy = join(temporaryFolder(), 'Filled.sanad')
  cpSync(source, copy, { recursive: true })
  return copy
}

/** Where a copy is, and what opens it. */
export const placeOf = (directory: string, form: Form = 'plain'): ArchivePlace => ({
  directory,
  keys: form === 'plain' ? null : KEYS
})

/** The same, open for writing until the test ends. */
export async function openFilled(): Promise<Archive> {
  const archive = openArchive(await filledCopy())
  onTestFinished(() => {
    if (archive.db.open) archive.close()
  })
  return archive
}
