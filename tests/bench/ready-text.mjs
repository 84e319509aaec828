// Writes the whole text of every document of an archive to a file each: text that is ready to be indexed, for the yardstick.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import Database from 'better-sqlite3'

/** The files written, in the order of the documents. */
export function writeReadyText(archive, folder) {
  mkdirSync(folder, { recursive: true })
  const db = new Database(join(archive, 'archive.db'), { readonly: true })
  const files = []
  for (const { id, blocks, allText } of db
    .prepare('SELECT document_id AS id, blocks, all_text AS allText FROM document_text ORDER BY document_id')
    .iterate()) {
    const text = allText
      ? inflateRawSync(allText).toString()
      : JSON.parse(inflateRawSync(blocks).toString())
          .map((block) => block.text)
          .join('\n\n')
    const file = join(folder, `${id}.txt`)
    writeFileSync(file, text)
    files.push(file)
  }
  db.close()
  return files
}
