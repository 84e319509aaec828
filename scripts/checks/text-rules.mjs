// What no file of the project may say. The patterns are written so that they do not match their own source.
import { homedir } from 'node:os'
import { projectDir } from '../setup/paths.mjs'
import { lineAt } from './tree.mjs'

const literally = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const isCode = (path) => /^(src|scripts|tests)\/.*\.(ts|tsx|mjs|css)$/.test(path) && !path.startsWith('tests/fixtures/')
const isProgram = (path) => /^src\/(main|cli|preload|shared)\//.test(path)
// Documents that are read, not written: other people's words, kept as they are.
const isSpecimen = (path) => path.startsWith('tests/fixtures/') || path.startsWith('resources/sample/')

/** The registry this machine uses, when it is one that could be recognised in a file. */
function configuredRegistry() {
  const host = process.env.npm_config_registry && new URL(process.env.npm_config_registry).hostname
  return host?.includes('.') && !/^[\d.]+$/.test(host) ? [new RegExp(literally(host), 'i')] : []
}

const registries = [
  /\bregistry\.(npmjs|yarnpkg|npmmirror)\.\w+/i,
  /\b(npmjs|npmmirror|yarnpkg)\.(org|com)\b/i,
  ...configuredRegistry()
]
// Only of two folders and more: a project in /app would be found in every second file.
const ownFolders = [projectDir, homedir()]
  .filter((path) => path.split('/').length > 2)
  .map((path) => new RegExp(`${literally(path)}\\b`))
const machinePaths = [...ownFolders, /(?<![\w.])\/(?:work|root)\/[\w.]/, /\bshared\/(?:design|toolchain|corpus)\b/]

const rules = [
  { says: 'names a package registry', applies: () => true, patterns: registries },
  { says: 'names a path of this machine', applies: (path) => !isSpecimen(path), patterns: machinePaths },
  { says: 'is not finished', applies: isCode, patterns: [/\b(?:T[O]DO|F[I]XME|X[X]X|H[A]CK)\b/] },
  {
    says: 'swallows an error without a word why',
    applies: (path) => isCode(path) && !path.startsWith('tests/'),
    patterns: [/\bcatch\s*(?:\([^)]*\))?\s*\{\s*\}/, /\.catch\(\(\w*\) => \{\s*\}\)/]
  },
  {
    says: 'takes away what protects a page, or hands something to another program',
    applies: isProgram,
    patterns: [
      /\b(?:nodeIntegration\w*|webviewTag|allowRunningInsecureContent|experimentalFeatures): *true\b/,
      /\b(?:contextIsolation|sandbox|webSecurity): *false\b/,
      /\benableBlinkFeatures\b|\ballowpopups\b|\bshell\.open(?:External|Path)\b|\.loadFile\(/
    ]
  },
  {
    says: 'reaches for the network',
    applies: isProgram,
    patterns: [/\bglobalThis\.(?:fetch|WebSocket|EventSource|XMLHttpRequest)\b/]
  }
]

/** Problems of one file's text, one sentence for each rule it breaks. */
export function checkText(path, text) {
  return rules
    .filter((rule) => rule.applies(path))
    .flatMap(({ says, patterns }) => {
      const found = patterns.map((pattern) => pattern.exec(text)).find((match) => match !== null)
      return found ? [`${path}:${lineAt(text, found.index)} ${says}: ${found[0]}`] : []
    })
}
