import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A JSON fixture of this project; `Fixture` states its shape. */
export function readFixture<Fixture>(name: string): Fixture {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures', name), 'utf8')) as Fixture
}
