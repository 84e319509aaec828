// The yardstick of an import: text files that are ready to be indexed, put into a plain FTS5 table and nothing else.
// node plain-fts5.mjs LIST DATABASE   (LIST: a file with one path a line)
import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'

const [list, database] = process.argv.slice(2)
const db = new Database(database)
db.pragma('journal_mode = WAL')
db.pragma('synchronous = NORMAL')
db.exec("CREATE VIRTUAL TABLE plain USING fts5 (path, body, tokenize = 'unicode61 remove_diacritics 2')")
const insert = db.prepare('INSERT INTO plain (path, body) VALUES (?, ?)')
const paths = readFileSync(list, 'utf8').split('\n').filter(Boolean)
for (let i = 0; i < paths.length; i += 64) {
  db.transaction(() => {
    for (const path of paths.slice(i, i + 64)) insert.run(path, readFileSync(path, 'utf8'))
  })()
}
db.close()
