/** Searches that a person keeps, and the trail of those that were run. */
export const sql = `
CREATE TABLE saved_search (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  name_key   TEXT NOT NULL UNIQUE,
  position   INTEGER NOT NULL,               -- order in the list
  search     TEXT NOT NULL,                  -- JSON: query, filter, sort, expansions
  seen       BLOB NOT NULL,                  -- packed: a bit for each document id that its result held when it was last looked at
  looked_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE trail_search (
  id         INTEGER PRIMARY KEY,
  search     TEXT NOT NULL,                  -- JSON: query, filter, sort, expansions
  documents  INTEGER NOT NULL,
  at         INTEGER NOT NULL
) STRICT;

CREATE TABLE trail_document (
  trail_id    INTEGER NOT NULL REFERENCES trail_search (id) ON DELETE CASCADE,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  opened_at   INTEGER NOT NULL,
  PRIMARY KEY (trail_id, document_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX trail_document_by_document ON trail_document (document_id);
`
