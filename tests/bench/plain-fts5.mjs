// What Sanad's import is measured against: the least anybody could do. Reads ready texts, one a file, and puts them into a plain FTS5
// table (unicode61) with the same SQLite, 500 to a transaction. Usage: plain-fts5.mjs FOLDER DATABASE
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

const [folder, file] = process.argv.slice(2)
const db = new Database(file)
db.pragma('journal_mode = WAL')
db.pragma('synchronous = NORMAL')
db.exec("CREATE VIRTUAL TABLE fts USING fts5 (title, body, tokenize = 'unicode61')")
const insert = db.prepare('INSERT INTO fts (title, body) VALUES (?, ?)')
const insertAll = db.transaction((texts) => {
  for (const [title, body] of texts) insert.run(title, body)
})
const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
for (let at = 0; at < names.length; at += 500) {
  insertAll(
    names.slice(at, at + 500).map((name) => {
      const text = readFileSync(name, 'utf8')
      const end = text.indexOf('\n')
      return [text.slice(0, end), text.slice(end + 1)]
    })
  )
}
db.close()
