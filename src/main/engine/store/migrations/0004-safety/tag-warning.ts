/** Tags whose documents are shown only after they were asked for. */
export const sql = `
ALTER TABLE tag ADD COLUMN is_warning INTEGER NOT NULL DEFAULT 0 CHECK (is_warning IN (0, 1));
`
