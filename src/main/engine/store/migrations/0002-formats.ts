/** Version 2: files inside files, pages and facts of documents, OCR, mail conversations, passwords. */
export const sql = `
ALTER TABLE document ADD COLUMN original_view TEXT;              -- page, pages, table, media; null: text only
UPDATE document SET original_view = 'page' WHERE has_original_view = 1;
ALTER TABLE document DROP COLUMN has_original_view;
ALTER TABLE document ADD COLUMN page_count INTEGER;              -- pages, slides or sheets
ALTER TABLE document ADD COLUMN facts TEXT NOT NULL DEFAULT '[]';      -- JSON array of {name, value}
ALTER TABLE document ADD COLUMN languages TEXT NOT NULL DEFAULT '[]';  -- JSON array of BCP 47 tags, when there is more than one
ALTER TABLE document ADD COLUMN ocr_languages TEXT;              -- JSON array of Tesseract codes that a person chose
ALTER TABLE document ADD COLUMN password TEXT;                   -- typed by a person, to read and show a locked file again
CREATE INDEX document_by_format ON document (format, extractor_version);

ALTER TABLE folder ADD COLUMN kind TEXT NOT NULL DEFAULT 'folder';     -- container: a file that holds others
ALTER TABLE folder ADD COLUMN ocr_languages TEXT;                -- JSON array of Tesseract codes

ALTER TABLE import ADD COLUMN inside INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import ADD COLUMN inside_failed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import ADD COLUMN scans INTEGER NOT NULL DEFAULT 0;

-- A document that lies inside another: what was said of it there, and where it lies. Its bytes are an original of their own.
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

-- Pages without a text layer.
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
CREATE INDEX ocr_page_waiting ON ocr_page (document_id, page) WHERE state = 'waiting';
CREATE INDEX ocr_page_failed ON ocr_page (document_id, page) WHERE state = 'failed';

-- Mail. A conversation is named by the oldest message id it refers to.
CREATE TABLE message (
  document_id     INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  message_id      TEXT,
  conversation_id TEXT NOT NULL
) STRICT;
CREATE INDEX message_by_conversation ON message (conversation_id, document_id);
CREATE INDEX message_by_message_id ON message (message_id);
`
