/** Facets: which documents changed since a reader last looked, and the spellings of publishers and authors. */

/** Subtle: not INSERT OR REPLACE. Inside a trigger the conflict clause of the statement that fired it wins. */
const record = (id: string): string =>
  `DELETE FROM changed_document WHERE document_id = ${id}; INSERT INTO changed_document (document_id) VALUES (${id});`

const COUNTED = ['media_type', 'language', 'languages', 'first_day', 'publisher', 'author', 'import_id']

export const sql = `
-- Documents whose type, language, date, names, folders or tags changed after they were written, each once, in the order of the
-- last change. New ones are not here: they are found by their ids.
CREATE TABLE changed_document (
  sequence    INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL UNIQUE
) STRICT;

CREATE TRIGGER document_changed AFTER UPDATE OF ${COUNTED.join(', ')} ON document
WHEN ${COUNTED.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ')}
BEGIN ${record('new.id')} END;
CREATE TRIGGER document_deleted AFTER DELETE ON document BEGIN ${record('old.id')} END;
CREATE TRIGGER sighting_deleted AFTER DELETE ON sighting BEGIN ${record('old.document_id')} END;
CREATE TRIGGER sighting_moved AFTER UPDATE OF folder_id ON sighting BEGIN ${record('new.document_id')} END;
CREATE TRIGGER document_tagged AFTER INSERT ON document_tag BEGIN ${record('new.document_id')} END;
CREATE TRIGGER document_untagged AFTER DELETE ON document_tag BEGIN ${record('old.document_id')} END;

CREATE INDEX document_by_publisher ON document (publisher) WHERE publisher IS NOT NULL;
CREATE INDEX document_by_author ON document (author) WHERE author IS NOT NULL;
CREATE INDEX document_by_languages ON document (languages) WHERE languages <> '[]';
`
