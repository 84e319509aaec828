import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { APPLICATION_ID } from '#engine/store/connection'
import { newArchive } from '#tests/support/archive'

const snapshot = join(import.meta.dirname, '../../../../src/main/engine/store/schema.sql')

/** The schema as the migrations leave it, one statement after another, without the shadow tables of FTS5. */
function schemaOf(archive: ReturnType<typeof newArchive>): string {
  const statements = archive.db
    .prepare("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'fts\\_%' ESCAPE '\\' ORDER BY name")
    .pluck()
    .all()
  return `-- Written by npm run fixtures:update; a test fails when it is stale.\n${statements.join(';\n\n')};\n`
}

test('schema.sql is what the migrations make', () => {
  const schema = schemaOf(newArchive())
  if (process.env.SANAD_UPDATE_FIXTURES) writeFileSync(snapshot, schema)
  expect(readFileSync(snapshot, 'utf8')).toBe(schema)
})

test('the database says whose it is and keeps its promises about safety', () => {
  const { db } = newArchive()
  expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  expect(db.pragma('temp_store', { simple: true })).toBe(2)
  expect(db.pragma('page_size', { simple: true })).toBe(8192)
})
