import { describe, expect, test } from 'vitest'
import { isLicenceMet } from '#scripts/checks/licences'
import { checkLockfile, checkMentionedScripts } from '#scripts/checks/manifests'
import { checkText } from '#scripts/checks/text-rules'

// Put together here so that this file itself may stay in the tree.
const join = (...parts: readonly string[]): string => parts.join('')

describe('checkText', () => {
  test.each([
    ['a registry', 'docs/a.md', join('see https://registry.np', 'mjs.org/x')],
    ['a folder of this machine', 'src/main/a.ts', join("const dir = '", '/root', "/archive'")],
    ['an unfinished place', 'src/main/a.ts', join('// TO', 'DO: later')],
    ['an empty catch', 'src/main/a.ts', join('try { x() } cat', 'ch (e) { }')],
    ['a page with Node', 'src/main/a.ts', join('nodeIntegration', 'InWorker: true')],
    ['a page without isolation', 'src/main/a.ts', join('contextIsolation', ': false')],
    ['a page without sandbox', 'src/main/a.ts', join('sandbox', ': false')],
    ['a page without origins', 'src/main/a.ts', join('webSecurity', ': false')],
    ['insecure content', 'src/main/a.ts', join('allowRunningInsecureContent', ': true')],
    ['experimental features', 'src/main/a.ts', join('experimentalFeatures', ': true')],
    ['features of Blink', 'src/main/a.ts', join('enableBlink', "Features: 'X'")],
    ['a webview', 'src/main/a.ts', join('webviewTag', ': true')],
    ['windows from webviews', 'src/main/a.ts', join('allow', 'popups')],
    ['an address for another program', 'src/main/a.ts', join('shell.open', 'External(url)')],
    ['a file for another program', 'src/main/a.ts', join('shell.open', 'Path(path)')],
    ['a page from a file', 'src/main/a.ts', join('window.load', "File('x')")],
    ['the network behind globalThis', 'src/cli/a.ts', join('globalThis', '.fetch(x)')]
  ])('reports %s', (_, path, text) => {
    expect(checkText(path, `first line\n${text}\n`)).toEqual([expect.stringContaining(`${path}:2 `)])
  })

  test('lets a catch with a reason, a word like it and other folders be', () => {
    const text = 'try { x() } catch {\n  // It may be gone already.\n}\nconst methods = "/rootless/x"\n'
    expect(checkText('src/main/a.ts', text)).toEqual([])
  })

  test('does not look for unfinished places in the documents of fixtures', () => {
    expect(checkText('tests/fixtures/html/a/source.html', join('TO', 'DO'))).toEqual([])
  })
})

describe('isLicenceMet', () => {
  const allowed = new Set(['MIT', 'Apache-2.0'])
  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['MIT AND Apache-2.0', true],
    ['MIT AND GPL-3.0-or-later', false],
    ['AGPL-3.0-only', false],
    ['', false]
  ])('%s: %s', (expression, expected) => {
    expect(isLicenceMet(expression, allowed)).toBe(expected)
  })
})

describe('checkMentionedScripts', () => {
  test('reports a script that package.json does not have, and only that', () => {
    const text = 'Run `npm start`, `npm run check` and\n`npm run fly`, then `npm run -s sanad -- info`.'
    expect(checkMentionedScripts('README.md', text)).toEqual([expect.stringContaining('README.md:2 names the npm script "fly"')])
  })
})

describe('checkLockfile', () => {
  const lockfile = (packages: object): string => JSON.stringify({ packages })

  test('reports an address and an optional package that is not locked', () => {
    const tool = { optionalDependencies: { 'tool-linux': '1', 'tool-mac': '1' }, resolved: 'https://example.org/tool.tgz' }
    expect(checkLockfile(lockfile({ 'node_modules/tool': tool, 'node_modules/tool-linux': {} }))).toEqual([
      expect.stringContaining('names the address of a package'),
      expect.stringContaining('lacks tool-mac')
    ])
  })

  test('accepts an optional package beside or below the one that wants it', () => {
    const tool = { optionalDependencies: { 'tool-linux': '1', 'tool-mac': '1' } }
    const packages = { 'node_modules/tool': tool, 'node_modules/tool-linux': {}, 'node_modules/tool/node_modules/tool-mac': {} }
    expect(checkLockfile(lockfile(packages))).toEqual([])
  })
})
