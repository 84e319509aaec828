/**
 * The index anew, with the body first and without beginnings of two letters: FTS5 spends two bytes for every word of a document that is
 * not in the first column, and `prefix='2'` took half as much room again (decision 0021). What it held is written back from the stored
 * text in `rebuildIndex`, in the same transaction.
 */
export const sql = `
DROP TABLE fts;
CREATE VIRTUAL TABLE fts USING fts5 (
  body, title, people, rest, notes,
  content = '', contentless_delete = 1, tokenize = 'ascii'
);

-- Words of many documents, each with the documents it says most about.
CREATE TABLE common_term (
  id        INTEGER PRIMARY KEY,
  term      TEXT NOT NULL UNIQUE,
  documents INTEGER NOT NULL,               -- how many held it when the row was last written
  best      BLOB NOT NULL                   -- ids (uint32), then their impacts (uint16), both little-endian, best first
) STRICT;
`
