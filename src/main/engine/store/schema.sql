-- Written by npm run fixtures:update; a test fails when it is stale.
CREATE TABLE archive (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE changed_document (
  sequence    INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL UNIQUE
) STRICT;

CREATE TABLE common_term (
  id        INTEGER PRIMARY KEY,
  term      TEXT NOT NULL UNIQUE,
  documents INTEGER NOT NULL,               -- how many held it when the row was last written
  best      BLOB NOT NULL                   -- ids (uint32), then their impacts (uint16), both little-endian, best first
) STRICT;

CREATE TABLE compound (
  reversed TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE correction (
  document_id  INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  field        TEXT NOT NULL,
  value        TEXT NOT NULL,
  corrected_at INTEGER NOT NULL,
  PRIMARY KEY (document_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE custody_event (
  seq      INTEGER PRIMARY KEY,              -- from 1, without gaps
  at       TEXT NOT NULL,                    -- ISO 8601, UTC, milliseconds
  program  TEXT NOT NULL,                    -- Sanad's version
  kind     TEXT NOT NULL,
  details  TEXT NOT NULL,                    -- canonical JSON (docs/formats/custody-log.md)
  previous TEXT NOT NULL,                    -- hash of the entry before, hex; 64 zeros for the first
  hash     TEXT NOT NULL                     -- SHA-256 of the entry with previous, hex
) STRICT;

CREATE TRIGGER custody_event_at_the_end BEFORE INSERT ON custody_event WHEN new.seq <= (SELECT max(seq) FROM custody_event)
  BEGIN SELECT RAISE(ABORT, 'the custody log only grows'); END;

CREATE TRIGGER custody_event_kept BEFORE UPDATE ON custody_event BEGIN SELECT RAISE(ABORT, 'the custody log only grows'); END;

CREATE TRIGGER custody_event_never_deleted BEFORE DELETE ON custody_event BEGIN SELECT RAISE(ABORT, 'the custody log only grows'); END;

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
  remote_resources  TEXT NOT NULL,          -- JSON array of addresses
  imported_at       INTEGER NOT NULL,
  is_read           INTEGER NOT NULL DEFAULT 0,
  is_starred        INTEGER NOT NULL DEFAULT 0
, original_view TEXT, page_count INTEGER, facts TEXT NOT NULL DEFAULT '[]', languages TEXT NOT NULL DEFAULT '[]', ocr_languages TEXT, password TEXT) STRICT;

CREATE INDEX document_by_author ON document (author) WHERE author IS NOT NULL;

CREATE INDEX document_by_day ON document (first_day, id);

CREATE INDEX document_by_format ON document (format, extractor_version);

CREATE INDEX document_by_import ON document (import_id);

CREATE INDEX document_by_language ON document (language);

CREATE INDEX document_by_languages ON document (languages) WHERE languages <> '[]';

CREATE INDEX document_by_media_type ON document (media_type);

CREATE INDEX document_by_publisher ON document (publisher) WHERE publisher IS NOT NULL;

CREATE INDEX document_by_title ON document (title_key, id);

CREATE TRIGGER document_changed AFTER UPDATE OF media_type, language, languages, first_day, publisher, author, import_id ON document
WHEN old.media_type IS NOT new.media_type OR old.language IS NOT new.language OR old.languages IS NOT new.languages OR old.first_day IS NOT new.first_day OR old.publisher IS NOT new.publisher OR old.author IS NOT new.author OR old.import_id IS NOT new.import_id
BEGIN DELETE FROM changed_document WHERE document_id = new.id; INSERT INTO changed_document (document_id) VALUES (new.id); END;

CREATE TRIGGER document_deleted AFTER DELETE ON document BEGIN DELETE FROM changed_document WHERE document_id = old.id; INSERT INTO changed_document (document_id) VALUES (old.id); END;

CREATE TABLE document_digest (
  document_id INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  reading     BLOB NOT NULL,                  -- first 16 bytes of SHA-256 of what reading the original made of its row
  text        BLOB NOT NULL                   -- the same of its packed texts
) STRICT;

CREATE INDEX document_starred ON document (id) WHERE is_starred = 1;

CREATE TABLE document_tag (
  tag_id      INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  PRIMARY KEY (tag_id, document_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX document_tag_by_document ON document_tag (document_id, tag_id);

CREATE TRIGGER document_tagged AFTER INSERT ON document_tag BEGIN DELETE FROM changed_document WHERE document_id = new.document_id; INSERT INTO changed_document (document_id) VALUES (new.document_id); END;

CREATE TABLE document_text (
  id          INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  view        INTEGER NOT NULL,             -- 0: the reader text, 1: all text, as a difference to it
  start       INTEGER NOT NULL,             -- where it begins in the text, in UTF-16 code units
  sizes       TEXT NOT NULL,                -- JSON: for each chunk its code units, its bytes, the bytes of its signature
  signatures  BLOB NOT NULL,                -- which terms its chunks can hold; empty in short texts
  chunks      BLOB NOT NULL,
  UNIQUE (document_id, view, start)
) STRICT;

CREATE INDEX document_unread ON document (id) WHERE is_read = 0;

CREATE TRIGGER document_untagged AFTER DELETE ON document_tag BEGIN DELETE FROM changed_document WHERE document_id = old.document_id; INSERT INTO changed_document (document_id) VALUES (old.document_id); END;

CREATE INDEX document_with_problem ON document (id) WHERE problem_code IS NOT NULL;

CREATE TABLE embedding (
  container_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  ordinal      INTEGER NOT NULL,             -- order inside the container, from 0
  document_id  INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  relation     TEXT NOT NULL,                -- attachment, entry, message, capture
  path         TEXT NOT NULL,                -- a label, never a path on disk
  declared     TEXT,                         -- JSON: media type, charset, address and time of capture as declared there
  PRIMARY KEY (container_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX embedding_by_document ON embedding (document_id, container_id);

CREATE TABLE folder (
  id        INTEGER PRIMARY KEY,
  parent_id INTEGER REFERENCES folder (id),
  name      TEXT NOT NULL,
  path      TEXT NOT NULL UNIQUE
, kind TEXT NOT NULL DEFAULT 'folder', ocr_languages TEXT) STRICT;

CREATE TABLE folder_ancestor (
  folder_id   INTEGER NOT NULL REFERENCES folder (id),
  ancestor_id INTEGER NOT NULL REFERENCES folder (id),
  PRIMARY KEY (ancestor_id, folder_id)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE fts USING fts5 (
  body, title, people, rest, notes,
  content = '', contentless_delete = 1, tokenize = 'ascii'
);

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
, inside INTEGER NOT NULL DEFAULT 0, inside_failed INTEGER NOT NULL DEFAULT 0, scans INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE import_problem (
  id          INTEGER PRIMARY KEY,
  import_id   INTEGER NOT NULL REFERENCES import (id),
  path        TEXT NOT NULL,
  code        TEXT NOT NULL,
  message     TEXT NOT NULL,
  document_id INTEGER REFERENCES document (id) ON DELETE SET NULL,
  UNIQUE (import_id, path)
) STRICT;

CREATE INDEX import_problem_open ON import_problem (path) WHERE document_id IS NULL;

CREATE VIRTUAL TABLE index_place USING fts5vocab (fts, 'instance');

CREATE VIRTUAL TABLE index_term USING fts5vocab (fts, 'row');

CREATE TABLE mention (
  name_id     INTEGER NOT NULL REFERENCES name (id) ON DELETE CASCADE,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  hits        INTEGER NOT NULL CHECK (hits > 0),
  PRIMARY KEY (name_id, document_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX mention_by_document ON mention (document_id, name_id);

CREATE TABLE message (
  document_id     INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  message_id      TEXT,
  conversation_id TEXT NOT NULL
) STRICT;

CREATE INDEX message_by_conversation ON message (conversation_id, document_id);

CREATE INDEX message_by_message_id ON message (message_id);

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

CREATE TABLE name_undo (
  id      TEXT PRIMARY KEY,
  made_at INTEGER NOT NULL,
  before  TEXT NOT NULL,                   -- JSON
  after   TEXT NOT NULL                    -- JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE ocr_page (
  document_id    INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  page           INTEGER NOT NULL,           -- from 1
  state          TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
  languages      TEXT,                       -- JSON array of Tesseract codes it was read with
  engine_version INTEGER NOT NULL DEFAULT 0,
  confidence     REAL,                       -- mean of its words, 0 to 100
  seconds        REAL,
  message        TEXT,                       -- why it failed
  text           BLOB,                       -- raw deflate
  words          BLOB,                       -- raw deflate of JSON: offsets into the text and boxes as fractions of the page
  PRIMARY KEY (document_id, page)
) STRICT, WITHOUT ROWID;

CREATE INDEX ocr_page_failed ON ocr_page (document_id, page) WHERE state = 'failed';

CREATE INDEX ocr_page_waiting ON ocr_page (document_id, page) WHERE state = 'waiting';

CREATE TABLE original (
  id         INTEGER PRIMARY KEY,
  sha256     BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
  stored_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE page_part (
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  key         TEXT NOT NULL,
  original_id INTEGER NOT NULL REFERENCES original (id),
  import_id   INTEGER NOT NULL REFERENCES import (id),
  path        TEXT NOT NULL,
  PRIMARY KEY (document_id, key, original_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE rollcall (
  id            INTEGER PRIMARY KEY,
  name          TEXT NOT NULL,
  source        TEXT NOT NULL,              -- file name of the list; empty when it was pasted
  mode          TEXT NOT NULL CHECK (mode IN ('names', 'queries')),
  content_key   BLOB NOT NULL,              -- SHA-256 of its mode and lines: the same list again is the same roll-call
  created_at    INTEGER NOT NULL,
  state         TEXT NOT NULL CHECK (state IN ('running', 'finished', 'cancelled', 'interrupted', 'failed')),
  run           INTEGER NOT NULL,           -- how often it was run, the run under way included
  ran_at        INTEGER NOT NULL,
  ended_at      INTEGER,
  last_document INTEGER NOT NULL,           -- the newest document when its last run began
  lines         INTEGER NOT NULL,
  malformed     INTEGER NOT NULL,
  found         INTEGER NOT NULL DEFAULT 0,
  missing       INTEGER NOT NULL DEFAULT 0,
  fresh         INTEGER NOT NULL DEFAULT 0,
  deleted_at    INTEGER                     -- can be put back until the archive is closed
) STRICT;

CREATE TABLE rollcall_line (
  rollcall_id INTEGER NOT NULL REFERENCES rollcall (id) ON DELETE CASCADE,
  position    INTEGER NOT NULL,             -- from 0
  number      INTEGER NOT NULL,             -- line of the file or row of the sheet, from 1
  text        TEXT NOT NULL,
  key         TEXT NOT NULL,                -- folded, for order and the filter
  problem     TEXT,                         -- why it is not looked for
  same_as     INTEGER,                      -- position of the first line that reads the same
  PRIMARY KEY (rollcall_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE rollcall_result (
  rollcall_id INTEGER NOT NULL,
  position    INTEGER NOT NULL,
  run         INTEGER NOT NULL,             -- the run that wrote it
  documents   INTEGER NOT NULL,
  fresh       INTEGER NOT NULL,             -- of them: not found by the run before
  hits        INTEGER,                      -- null for queries
  spellings   TEXT NOT NULL,                -- JSON: text, documents and hits of each that was found
  found       BLOB,                         -- ids as differences, LEB128; null when there are too many to keep
  PRIMARY KEY (rollcall_id, position),
  FOREIGN KEY (rollcall_id, position) REFERENCES rollcall_line (rollcall_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_search (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  name_key   TEXT NOT NULL UNIQUE,
  position   INTEGER NOT NULL,               -- order in the list
  search     TEXT NOT NULL,                  -- JSON: query, filter, sort, expansions
  seen       BLOB NOT NULL,                  -- packed: a bit for each document id that its result held when it was last looked at
  looked_at  INTEGER NOT NULL
) STRICT;

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

CREATE TRIGGER sighting_deleted AFTER DELETE ON sighting BEGIN DELETE FROM changed_document WHERE document_id = old.document_id; INSERT INTO changed_document (document_id) VALUES (old.document_id); END;

CREATE TRIGGER sighting_moved AFTER UPDATE OF folder_id ON sighting BEGIN DELETE FROM changed_document WHERE document_id = new.document_id; INSERT INTO changed_document (document_id) VALUES (new.document_id); END;

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE tag (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  name_key   TEXT NOT NULL UNIQUE,          -- folded: one tag however it is spelled
  color      TEXT NOT NULL,
  created_at INTEGER NOT NULL
, is_warning INTEGER NOT NULL DEFAULT 0 CHECK (is_warning IN (0, 1))) STRICT;

CREATE TABLE trail_document (
  trail_id    INTEGER NOT NULL REFERENCES trail_search (id) ON DELETE CASCADE,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  opened_at   INTEGER NOT NULL,
  PRIMARY KEY (trail_id, document_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX trail_document_by_document ON trail_document (document_id);

CREATE TABLE trail_search (
  id         INTEGER PRIMARY KEY,
  search     TEXT NOT NULL,                  -- JSON: query, filter, sort, expansions
  documents  INTEGER NOT NULL,
  at         INTEGER NOT NULL
) STRICT;

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

CREATE TABLE vocabulary (
  id         INTEGER PRIMARY KEY,
  generation INTEGER NOT NULL,
  is_rare    INTEGER NOT NULL,               -- 1: words of one document only
  terms      BLOB NOT NULL,                  -- packed; one word a line
  weights    BLOB NOT NULL                   -- a byte a word: 8 times log2 of its documents
) STRICT;

CREATE TABLE vocabulary_addition (
  id    INTEGER PRIMARY KEY,
  terms TEXT NOT NULL                        -- one word a line
) STRICT;
