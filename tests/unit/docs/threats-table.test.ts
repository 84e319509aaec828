/** SECURITY.md's table of threats names, for each, the tests that hold it. `SANAD_UPDATE_FIXTURES=1` writes it anew. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { THREATS } from '#tests/support/threats'

const SECURITY = 'SECURITY.md'
const BEGIN =
  '<!-- threats: written by tests/unit/docs/threats-table.test.ts from tests/support/threats.ts and the names of the tests -->'
const END = '<!-- end of threats -->'

const files = ['tests/security', 'tests/e2e', 'tests/integration', 'tests/unit'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(test|spec)\.tsx?$/.test(name))
    .map((name) => join(folder, name))
)
/** A test (not a comment) whose name begins with the number. */
const named = /\b(?:test|it|describe)\b[^'"`]*['"`]threat (\d+):/g
const testsOf = new Map<number, Set<string>>()
for (const file of files)
  for (const [, number] of readFileSync(file, 'utf8').matchAll(named)) {
    const tests = testsOf.get(Number(number)) ?? new Set()
    testsOf.set(Number(number), tests.add(file))
  }

const short = (file: string): string => `\`${file.replace(/^tests\//, '').replace(/\.(test|spec)\.tsx?$/, '')}\``

const table = [
  '| # | threat | what stands against it | tests |',
  '| --- | --- | --- | --- |',
  ...THREATS.map(
    ({ number, threat, defence }) =>
      `| ${number} | ${threat} | ${defence} | ${[...(testsOf.get(number) ?? [])].sort().map(short).join(', ')} |`
  )
].join('\n')

it('has a test for every threat, and a threat for every number', () => {
  expect(THREATS.filter(({ number }) => !testsOf.has(number)).map(({ number }) => number)).toEqual([])
  expect([...testsOf.keys()].filter((number) => !THREATS.some((threat) => threat.number === number))).toEqual([])
})

it('stands in SECURITY.md as it is', () => {
  const text = readFileSync(SECURITY, 'utf8')
  const from = text.indexOf(BEGIN) + BEGIN.length
  const to = text.indexOf(END)
  expect(from).toBeGreaterThan(BEGIN.length)
  expect(to).toBeGreaterThan(from)
  if (process.env.SANAD_UPDATE_FIXTURES) writeFileSync(SECURITY, `${text.slice(0, from)}\n${table}\n${text.slice(to)}`)
  const written = readFileSync(SECURITY, 'utf8')
  expect(written.slice(from, written.indexOf(END)).trim()).toBe(table)
})
