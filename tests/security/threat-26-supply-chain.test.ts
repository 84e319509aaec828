/** Threat 26: what Sanad is made of is known, locked, free to pass on, and does nothing when it is installed. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkLicences, isLicenceFine } from '#scripts/checks/licences'
import { checkLockfile } from '#scripts/checks/manifests'
import { checkSupply } from '#scripts/checks/supply'
import { billFile, billText } from '#scripts/supply/bill-of-materials'

const packages = (entries: object): { packages: object } => ({ packages: { '': {}, ...entries } })
const locked = { version: '1.0.0', integrity: 'sha512-x' }

describe('threat 26: the packages that are locked', () => {
  test('threat 26: all have a SHA-512, none an address or a script that would run, and none is refused', () => {
    expect([...checkLockfile(), ...checkSupply()]).toEqual([])
  })

  test('threat 26: all have a licence under which they may be used here', () => {
    expect(checkLicences()).toEqual([])
  })

  test.each([
    ['without a SHA-512', { 'node_modules/a': { version: '1.0.0' } }, 'without a SHA-512'],
    ['with a weak hash', { 'node_modules/a': { ...locked, integrity: 'sha1-x' } }, 'without a SHA-512'],
    ['from a repository', { 'node_modules/a': { ...locked, version: 'git+ssh://host/a' } }, 'comes from an address'],
    ['that is a link', { 'node_modules/a': { ...locked, link: true } }, 'is a link'],
    ['with an install script', { 'node_modules/x/node_modules/a': { ...locked, hasInstallScript: true } }, 'runs a script'],
    ['that is refused', { 'node_modules/mupdf': locked }, 'must not be used: AGPL'],
    ['that is refused, under another name', { 'node_modules/a': { ...locked, name: 'xlsx' } }, 'must not be used']
  ])('threat 26: one %s is reported', (_, entries, problem) => {
    expect(checkSupply(packages(entries), {})).toEqual([expect.stringContaining(problem)])
  })

  test('threat 26: one whose install script is denied is not', () => {
    const entry = { ...locked, hasInstallScript: true }
    expect(checkSupply(packages({ 'node_modules/a': entry }), { allowScripts: { a: false } })).toEqual([])
  })

  test.each([['^1.0.0'], ['latest'], ['git+https://host/a'], ['file:../a'], ['https://host/a.tgz'], ['*']])(
    'threat 26: asking for %s is reported',
    (version) => {
      expect(checkSupply(packages({}), { dependencies: { a: version } })).toEqual([expect.stringContaining('one exact version')])
    }
  )

  test('threat 26: nor may package.json let a script of others run', () => {
    expect(checkSupply(packages({}), { allowScripts: { a: true } })).toEqual([expect.stringContaining('lets a run a script')])
  })

  test('threat 26: the set-up installs without any script', () => {
    expect(readFileSync('scripts/setup/packages.mjs', 'utf8')).toContain("['ci', '--ignore-scripts'")
  })
})

describe('threat 26: licences', () => {
  test.each([
    ['AGPL-3.0-only', false, false],
    ['GPL-3.0-or-later', false, false],
    ['LGPL-2.1', false, false],
    ['SSPL-1.0', false, false],
    ['', false, false],
    ['MIT AND Zlib', true, true],
    ['MIT OR GPL-3.0-or-later', true, true]
  ])('threat 26: "%s" in a tool %s, in the program %s', (licence, inTool, inProgram) => {
    expect(isLicenceFine({ name: 'a', licence, isShipped: false })).toBe(inTool)
    expect(isLicenceFine({ name: 'a', licence, isShipped: true })).toBe(inProgram)
  })

  test('threat 26: what a named tool may have, the program and other tools may not', () => {
    expect(isLicenceFine({ name: 'lightningcss', licence: 'MPL-2.0', isShipped: false })).toBe(true)
    expect(isLicenceFine({ name: 'lightningcss', licence: 'MPL-2.0', isShipped: true })).toBe(false)
    expect(isLicenceFine({ name: 'other', licence: 'MPL-2.0', isShipped: false })).toBe(false)
  })
})

test('threat 26: the bill of materials is of the program as it is built; "npm run sbom" writes it anew', () => {
  expect(readFileSync(billFile, 'utf8')).toBe(billText())
})

test('threat 26: the bill of materials says nothing of the machine it was made on', () => {
  expect(readFileSync(billFile, 'utf8')).not.toMatch(/timestamp|serialNumber|https?:|\/root|\/home|\/work/)
})

/** Rows of the first table of docs/advisories.md: `[package, version]`. */
function advised(): readonly (readonly [string, string])[] {
  const [table = ''] = readFileSync('docs/advisories.md', 'utf8').split('## What is compiled inside')
  return [...table.matchAll(/^\| ([^|]+) \| ([\d., ]+) \|/gm)].flatMap(([, names = '', versions = '']) => {
    const each = versions.split(', ')
    return names
      .replace(/ \([^)]*\)/g, '')
      .split(', ')
      .map((name, index) => [name, each[index] ?? ''] as const)
  })
}

test('threat 26: the list of known faults is dated, and is of the versions that are shipped', () => {
  expect(readFileSync('docs/advisories.md', 'utf8')).toMatch(/^\*Checked by hand on \d{1,2} \w+ \d{4}/m)
  const { components } = JSON.parse(readFileSync(billFile, 'utf8')) as { components: { name: string; version: string }[] }
  const shipped = (name: string): string[] => components.filter((one) => one.name === name).map(({ version }) => version)
  const rows = advised()
  expect(rows.length).toBeGreaterThan(15)
  for (const [name, version] of rows) {
    // What is named and not yet (or no longer) shipped does no harm.
    if (shipped(name).length > 0) expect(shipped(name), `${name} was raised: look at docs/advisories.md`).toContain(version)
  }
})
