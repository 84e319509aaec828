/** The words that stand in the archive, packed, so that near spellings can be found without walking the index. */
export const sql = `
-- The index's words and how many documents hold each: a view of fts, nothing is stored.
CREATE VIRTUAL TABLE index_term USING fts5vocab (fts, 'row');

-- All words of letters, in order, as the newest sweep through the index found them. The fact vocabulary_generation says which rows count.
CREATE TABLE vocabulary (
  id         INTEGER PRIMARY KEY,
  generation INTEGER NOT NULL,
  is_rare    INTEGER NOT NULL,               -- 1: words of one document only
  terms      BLOB NOT NULL,                  -- packed; one word a line
  weights    BLOB NOT NULL                   -- a byte a word: 8 times log2 of its documents
) STRICT;

-- Words of documents written since that sweep began; some may be known already.
CREATE TABLE vocabulary_addition (
  id    INTEGER PRIMARY KEY,
  terms TEXT NOT NULL                        -- one word a line
) STRICT;
`
