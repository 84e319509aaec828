/** Name cards: a person, organisation or place, all its spellings, and which documents mention it. */
export const sql = `
-- Ids are never given twice: a saved search that names a deleted card must not find another one.
CREATE TABLE name (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  kind       TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'place')),
  label      TEXT NOT NULL,
  label_key  TEXT NOT NULL,                -- folded, for order and for finding the card by its label
  note       TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX name_by_label ON name (label_key, id);

CREATE TABLE name_spelling (
  name_id  INTEGER NOT NULL REFERENCES name (id) ON DELETE CASCADE,
  key      TEXT NOT NULL,                  -- index terms with single spaces between: what is looked for
  text     TEXT NOT NULL,                  -- as it was written
  is_on    INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  origin   TEXT NOT NULL,                  -- typed, selection, query, list, rule, vocabulary
  added_at INTEGER NOT NULL,
  PRIMARY KEY (name_id, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX name_spelling_by_key ON name_spelling (key, name_id);

-- Made from the spellings that are on and the index, in the transaction that changes either.
CREATE TABLE mention (
  name_id     INTEGER NOT NULL REFERENCES name (id) ON DELETE CASCADE,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  hits        INTEGER NOT NULL CHECK (hits > 0),
  PRIMARY KEY (name_id, document_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX mention_by_document ON mention (document_id, name_id);

-- Every place of every index term: a view of fts, nothing is stored.
CREATE VIRTUAL TABLE index_place USING fts5vocab (fts, 'instance');

-- Cards as they were before and after a merge, a split or a deletion, so that it can be taken back once,
-- until the archive is closed.
CREATE TABLE name_undo (
  id      TEXT PRIMARY KEY,
  made_at INTEGER NOT NULL,
  before  TEXT NOT NULL,                   -- JSON
  after   TEXT NOT NULL                    -- JSON
) STRICT, WITHOUT ROWID;
`
