// The texts of each document of an archive, by the name of its file.
import { basename, join } from 'node:path'
import { textsOfDocument } from './unpacked-text.mjs'

/** `reader`: what the Reader shows; `all`: the title and all that is found. By file name; a document without text is left out. */
export async function textsOf(archive) {
  const { default: Database } = await import('better-sqlite3')
  const db = new Database(join(archive, 'archive.db'), { readonly: true })
  const rows = db
    .prepare(
      `SELECT s.path, d.title, d.id FROM sighting s
         JOIN document d ON d.id = s.document_id WHERE d.id IN (SELECT document_id FROM document_text)`
    )
    .all()
  const texts = new Map(
    rows.map(({ path, title, id }) => {
      const { reader, all } = textsOfDocument(db, id)
      return [basename(path), { reader, all: `${title}\n${all}` }]
    })
  )
  db.close()
  return texts
}

/** The words of a text as they are compared: without marks that only shape letters, Arabic yeh and kaf as the Persian ones. */
export const wordsOf = (text) =>
  text
    .normalize('NFKC')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replace(/[\u00ad\u200b-\u200f\u064b-\u0652\u0670]/g, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** How many of `wanted`, each as often as it stands there, are among `found`. */
export function common(found, wanted) {
  const left = new Map()
  for (const word of found) left.set(word, (left.get(word) ?? 0) + 1)
  let hits = 0
  for (const word of wanted) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    hits++
    left.set(word, count - 1)
  }
  return hits
}
