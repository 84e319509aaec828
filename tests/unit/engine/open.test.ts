import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { createArchive, openArchive } from '#engine/open'
import { SCHEMA_VERSION } from '#engine/store/migrate'
import { addDocuments } from '#tests/support/archive'
import { temporaryFolder } from '#tests/support/temporary'

const code = (expected: string) => expect.objectContaining({ name: 'SanadError', code: expected })

/** A process of its own that holds the archive's lock until it is killed. */
async function holdLock(directory: string) {
  const script = `const D = require('better-sqlite3'); const db = new D(${JSON.stringify(join(directory, 'archive.lock'))});
    db.exec('BEGIN EXCLUSIVE'); process.stdout.write('held'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

describe('an archive', () => {
  test('is a folder with a database and originals, and nothing else that matters', () => {
    const directory = join(temporaryFolder(), 'My archive.sanad')
    const archive = createArchive(directory)
    expect(archive.name).toBe('My archive')
    archive.close()
    expect(readdirSync(directory).filter((name) => name !== 'archive.lock')).toEqual(['archive.db', 'originals'])
  })

  test.skipIf(process.platform === 'win32')('is closed to other users of the computer', () => {
    const directory = join(temporaryFolder(), 'A.sanad')
    createArchive(directory).close()
    expect(statSync(directory).mode & 0o777).toBe(0o700)
  })

  test('opens again after it was moved', () => {
    const folder = temporaryFolder()
    const archive = createArchive(join(folder, 'A.sanad'))
    addDocuments(archive, [{ text: 'kept' }])
    archive.close()
    renameSync(join(folder, 'A.sanad'), join(folder, 'B.sanad'))
    const moved = openArchive(join(folder, 'B.sanad'))
    expect(moved.db.prepare('SELECT count(*) FROM document').pluck().get()).toBe(1)
    expect(moved.name).toBe('B')
    moved.close()
  })

  test('is refused while another process has it, and taken over when that process is killed', async () => {
    const directory = join(temporaryFolder(), 'A.sanad')
    createArchive(directory).close()
    const holder = await holdLock(directory)
    expect(() => openArchive(directory)).toThrow(code('archive-in-use'))
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    openArchive(directory).close()
  })

  test('is refused a second time in the same process', () => {
    const directory = join(temporaryFolder(), 'A.sanad')
    const archive = createArchive(directory)
    expect(() => openArchive(directory)).toThrow(code('archive-in-use'))
    archive.close()
  })

  test('is not made where there is one, nor among other files', () => {
    const folder = temporaryFolder()
    const directory = join(folder, 'A.sanad')
    createArchive(directory).close()
    expect(() => createArchive(directory)).toThrow(code('archive-exists'))
    const full = join(folder, 'full')
    mkdirSync(full)
    writeFileSync(join(full, 'thesis.txt'), 'mine')
    expect(() => createArchive(full)).toThrow(code('archive-folder-not-empty'))
    expect(readdirSync(full)).toEqual(['thesis.txt'])
  })

  test('from a newer program is refused and left as it is', () => {
    const directory = join(temporaryFolder(), 'A.sanad')
    const archive = createArchive(directory)
    archive.db.pragma(`user_version = ${SCHEMA_VERSION + 1}`)
    archive.close()
    expect(() => openArchive(directory)).toThrow(code('archive-from-newer-version'))
  })

  test('is told apart from a missing folder, another program’s database and a damaged file', () => {
    const folder = temporaryFolder()
    expect(() => openArchive(join(folder, 'none'))).toThrow(code('archive-not-found'))
    expect(() => openArchive(folder)).toThrow(code('archive-not-an-archive'))
    const other = join(folder, 'other')
    mkdirSync(other)
    new Database(join(other, 'archive.db')).exec('CREATE TABLE recipe (name TEXT)').close()
    expect(() => openArchive(other)).toThrow(code('archive-not-an-archive'))
    const damaged = join(folder, 'damaged')
    mkdirSync(damaged)
    writeFileSync(join(damaged, 'archive.db'), 'this was a database once'.repeat(1000))
    expect(() => openArchive(damaged)).toThrow(code('archive-damaged'))
  })

  test('forgets unfinished copies and marks an import cut short', () => {
    const directory = join(temporaryFolder(), 'A.sanad')
    const archive = createArchive(directory)
    archive.db.prepare("INSERT INTO import (name, sources, state, started_at) VALUES ('x', '[]', 'running', 0)").run()
    const unfinished = join(directory, 'originals', 'unfinished', 'half')
    writeFileSync(unfinished, 'half a fi')
    archive.close()
    const again = openArchive(directory)
    expect(existsSync(unfinished)).toBe(false)
    expect(again.db.prepare('SELECT state FROM import').pluck().get()).toBe('interrupted')
    again.close()
  })
})
