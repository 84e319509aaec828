import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const rows = readFileSync('docs/electron-checklist.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| (?:\d|[A-Z])/.test(line))

test("all twenty recommendations of Electron's checklist are answered, in order", () => {
  const numbers = rows.flatMap((row) => /^\| (\d+) \|/.exec(row)?.[1] ?? []).map(Number)
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
})

test.each(rows)('a test holds it: %s', (row) => {
  const tests = [...row.matchAll(/`(tests\/[\w./-]+)`/g)].map(([, path]) => path ?? '')
  expect(tests).not.toEqual([])
  expect(tests.filter((path) => !existsSync(path))).toEqual([])
})
