/** What each verification of the archive found, and what each document's rows are held against. */
export const sql = `
CREATE TABLE verification (
  id          INTEGER PRIMARY KEY,
  state       TEXT NOT NULL CHECK (state IN ('finished', 'cancelled', 'failed')),
  is_thorough INTEGER NOT NULL CHECK (is_thorough IN (0, 1)), -- 1: the index was held against the texts
  started_at  INTEGER NOT NULL,
  ended_at    INTEGER NOT NULL,
  checked     INTEGER NOT NULL,               -- originals that were looked for
  ok          INTEGER NOT NULL,
  changed     INTEGER NOT NULL,
  missing     INTEGER NOT NULL,
  extra       INTEGER NOT NULL,
  findings    TEXT NOT NULL,                  -- JSON: what was found, of each kind the first thousand
  "database"  TEXT NOT NULL,                  -- ok, or what is wrong
  log         TEXT NOT NULL                   -- ok, or what is wrong
) STRICT;

CREATE TABLE document_digest (
  document_id INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  reading     BLOB NOT NULL,                  -- first 16 bytes of SHA-256 of what reading the original made of its row
  text        BLOB NOT NULL                   -- the same of its packed texts
) STRICT;
`
