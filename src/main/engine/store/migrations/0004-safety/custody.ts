/** The custody log: what was done to the archive, each entry bound to the one before it by its hash. It only ever grows. */
export const sql = `
CREATE TABLE custody_event (
  seq      INTEGER PRIMARY KEY,              -- from 1, without gaps
  at       TEXT NOT NULL,                    -- ISO 8601, UTC, milliseconds
  program  TEXT NOT NULL,                    -- Sanad's version
  kind     TEXT NOT NULL,
  details  TEXT NOT NULL,                    -- canonical JSON (docs/formats/custody-log.md)
  previous TEXT NOT NULL,                    -- hash of the entry before, hex; 64 zeros for the first
  hash     TEXT NOT NULL                     -- SHA-256 of the entry with previous, hex
) STRICT;

CREATE TRIGGER custody_event_kept BEFORE UPDATE ON custody_event BEGIN SELECT RAISE(ABORT, 'the custody log only grows'); END;

CREATE TRIGGER custody_event_never_deleted BEFORE DELETE ON custody_event BEGIN SELECT RAISE(ABORT, 'the custody log only grows'); END;

-- INSERT OR REPLACE would put a row in the place of another without asking the triggers above.
CREATE TRIGGER custody_event_at_the_end BEFORE INSERT ON custody_event WHEN new.seq <= (SELECT max(seq) FROM custody_event)
  BEGIN SELECT RAISE(ABORT, 'the custody log only grows'); END;
`
