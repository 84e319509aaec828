/** Version 1: originals, documents, their text and index, where they were seen, imports, tags. */
export const sql = `
CREATE TABLE archive (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row for each distinct content; the bytes are originals/<2 hex>/<sha256>.
CREATE TABLE original (
  id         INTEGER PRIMARY KEY,
  sha256     BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
  stored_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE import (
  id           INTEGER PRIMARY KEY,
  name         TEXT NOT NULL,
  sources      TEXT NOT NULL,               -- JSON array of absolute paths
  state        TEXT NOT NULL,
  files        INTEGER NOT NULL DEFAULT 0,
  documents    INTEGER NOT NULL DEFAULT 0,
  copies       INTEGER NOT NULL DEFAULT 0,
  without_text INTEGER NOT NULL DEFAULT 0,
  failed       INTEGER NOT NULL DEFAULT 0,
  unchanged    INTEGER NOT NULL DEFAULT 0,
  parts        INTEGER NOT NULL DEFAULT 0,
  bytes        INTEGER NOT NULL DEFAULT 0,
  started_at   INTEGER NOT NULL,
  ended_at     INTEGER,
  failure      TEXT,                        -- error code, when the state is failed
  seconds      REAL NOT NULL DEFAULT 0      -- time spent working, pauses and interruptions left out
) STRICT;

CREATE TABLE document (
  id                INTEGER PRIMARY KEY,
  original_id       INTEGER NOT NULL UNIQUE REFERENCES original (id),
  import_id         INTEGER NOT NULL REFERENCES import (id),
  status            TEXT NOT NULL,
  problem_code      TEXT,
  problem_message   TEXT,
  media_type        TEXT NOT NULL,
  format            TEXT,
  extractor_version INTEGER NOT NULL,
  fold_version      INTEGER NOT NULL,
  charset           TEXT,
  chosen_charset    TEXT,
  file_name         TEXT NOT NULL,
  -- What is shown: what was extracted, corrections applied.
  title             TEXT NOT NULL,
  author            TEXT,
  publisher         TEXT,
  date              TEXT,                   -- YYYY, YYYY-MM or YYYY-MM-DD
  first_day         INTEGER,                -- the first day of date as YYYYMMDD, for ranges and order
  language          TEXT NOT NULL,
  source_url        TEXT,
  title_key         TEXT NOT NULL,          -- folded title, for order
  extracted         TEXT NOT NULL,          -- JSON: the correctable fields as they were extracted
  direction         TEXT NOT NULL,
  word_count        INTEGER NOT NULL,
  has_original_view INTEGER NOT NULL,
  remote_resources  TEXT NOT NULL,          -- JSON array of addresses
  imported_at       INTEGER NOT NULL,
  is_read           INTEGER NOT NULL DEFAULT 0,
  is_starred        INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX document_by_day ON document (first_day, id);
CREATE INDEX document_by_title ON document (title_key, id);
CREATE INDEX document_by_import ON document (import_id);
CREATE INDEX document_by_language ON document (language);
CREATE INDEX document_by_media_type ON document (media_type);
CREATE INDEX document_unread ON document (id) WHERE is_read = 0;
CREATE INDEX document_starred ON document (id) WHERE is_starred = 1;
CREATE INDEX document_with_problem ON document (id) WHERE problem_code IS NOT NULL;

-- The text lives once, in a table of its own, so that lists never read it. Raw deflate.
CREATE TABLE document_text (
  document_id INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  blocks      BLOB NOT NULL,                -- JSON of the reader's blocks
  all_text    BLOB                          -- null: the same as the reader text
) STRICT;

CREATE TABLE correction (
  document_id  INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  field        TEXT NOT NULL,
  value        TEXT NOT NULL,
  corrected_at INTEGER NOT NULL,
  PRIMARY KEY (document_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE folder (
  id        INTEGER PRIMARY KEY,
  parent_id INTEGER REFERENCES folder (id),
  name      TEXT NOT NULL,
  path      TEXT NOT NULL UNIQUE
) STRICT;

-- Every folder with itself and all folders above it, so that a subtree is one look-up.
CREATE TABLE folder_ancestor (
  folder_id   INTEGER NOT NULL REFERENCES folder (id),
  ancestor_id INTEGER NOT NULL REFERENCES folder (id),
  PRIMARY KEY (ancestor_id, folder_id)
) STRICT, WITHOUT ROWID;

-- A place where a document's bytes were seen.
CREATE TABLE sighting (
  id          INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  folder_id   INTEGER NOT NULL REFERENCES folder (id),
  import_id   INTEGER NOT NULL REFERENCES import (id),
  path        TEXT NOT NULL,
  modified_at INTEGER NOT NULL,
  seen_at     INTEGER NOT NULL,
  UNIQUE (document_id, path)
) STRICT;
CREATE INDEX sighting_by_folder ON sighting (folder_id, document_id);

-- Pictures, styles and frames saved with a page. The key is the path relative to the page, with slashes.
CREATE TABLE page_part (
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  key         TEXT NOT NULL,
  original_id INTEGER NOT NULL REFERENCES original (id),
  import_id   INTEGER NOT NULL REFERENCES import (id),
  path        TEXT NOT NULL,
  PRIMARY KEY (document_id, key, original_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_problem (
  id          INTEGER PRIMARY KEY,
  import_id   INTEGER NOT NULL REFERENCES import (id),
  path        TEXT NOT NULL,
  code        TEXT NOT NULL,
  message     TEXT NOT NULL,
  document_id INTEGER REFERENCES document (id) ON DELETE SET NULL,
  UNIQUE (import_id, path)
) STRICT;
-- Files that never became a document, until an import reads them.
CREATE INDEX import_problem_open ON import_problem (path) WHERE document_id IS NULL;

CREATE TABLE tag (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  name_key   TEXT NOT NULL UNIQUE,          -- folded: one tag however it is spelled
  color      TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE document_tag (
  tag_id      INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  PRIMARY KEY (tag_id, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_tag_by_document ON document_tag (document_id, tag_id);

-- Index terms, folded and separated by spaces before they come here; the text itself is not stored twice.
CREATE VIRTUAL TABLE fts USING fts5 (
  title, people, body, rest, notes,
  content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2'
);

-- Long words, spelled backwards, so that the head of a compound finds the whole word.
CREATE TABLE compound (
  reversed TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
`
