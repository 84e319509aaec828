/** Roll-calls: lists of names or queries, and what was found for each line. */
export const sql = `
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
`
