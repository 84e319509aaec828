/** What each verification of the archive found. */
export const sql = `
CREATE TABLE verification (
  id         INTEGER PRIMARY KEY,
  state      TEXT NOT NULL CHECK (state IN ('finished', 'cancelled', 'failed')),
  started_at INTEGER NOT NULL,
  ended_at   INTEGER NOT NULL,
  checked    INTEGER NOT NULL,               -- originals that were read
  ok         INTEGER NOT NULL,
  changed    TEXT NOT NULL,                  -- JSON array of SHA-256, hex
  missing    TEXT NOT NULL,                  -- JSON array of SHA-256, hex
  extra      TEXT NOT NULL,                  -- JSON array of names in the folder of originals that belong to none
  "database" TEXT NOT NULL,                  -- ok, or what is wrong
  log        TEXT NOT NULL                   -- ok, or what is wrong
) STRICT;
`
