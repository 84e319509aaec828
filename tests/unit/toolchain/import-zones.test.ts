import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** One row of "Who may import whom": a file of the zone, imports it may have, and imports the linter must report. */
type Zone = Readonly<{ file: string; may: readonly string[]; never: readonly string[] }>

const NETWORK = [
  'node:net',
  'node:tls',
  'node:dgram',
  'node:dns',
  'node:dns/promises',
  'node:http',
  'node:http2',
  'node:https',
  'undici',
  'ws'
]
const BEYOND = ['../other', '../../other', '#tests/support/files']
const WINDOW_NEVER = [
  'electron',
  'node:fs',
  'node:fs/promises',
  'better-sqlite3',
  '#main/window',
  '#engine/open',
  '#cli/index',
  ...BEYOND,
  ...NETWORK
]
const ENGINE_NEVER = [
  'electron',
  '#main/window',
  '#main/ipc/dispatch',
  '#cli/index',
  '#renderer/api/call.ts',
  ...BEYOND,
  ...NETWORK
]

const FEATURES = readdirSync(resolve(import.meta.dirname, '../../../src/renderer/features'))
const anotherThan = (feature: string): string => FEATURES.find((name) => name !== feature) ?? 'another'

const ZONES: readonly Zone[] = [
  {
    file: 'src/shared/text/probe.ts',
    may: ['valibot', '@internationalized/date', '#shared/model/document'],
    never: [
      'node:fs',
      'electron',
      'better-sqlite3',
      'react',
      'linkedom',
      '#engine/open',
      '#main/window',
      '#renderer/api/call.ts',
      ...BEYOND,
      ...NETWORK
    ]
  },
  {
    file: 'src/main/engine/extract/formats/probe.ts',
    may: [
      'linkedom',
      'node:fs',
      '#shared/model/document',
      '#engine/extract/charset/charset',
      '#engine/sealed/open-stored',
      '#engine/text/pack-text'
    ],
    never: ['better-sqlite3', '#engine/store/connection', '#engine/import/walk', '#engine/open', ...ENGINE_NEVER]
  },
  {
    file: 'src/main/engine/store/probe.ts',
    may: ['better-sqlite3', 'node:fs', '#shared/model/document', '#engine/store/connection', '#engine/text/pack-text'],
    never: ['#engine/import/walk', '#engine/extract/job', '#engine/search/run', ...ENGINE_NEVER]
  },
  {
    file: 'src/main/engine/search/probe.ts',
    may: ['minisearch', 'node:fs', '#shared/text/fold', '#engine/store/connection', '#engine/originals/originals'],
    never: ['better-sqlite3', '#engine/extract/pool/pool', '#engine/extract/html/dom', ...ENGINE_NEVER]
  },
  {
    file: 'src/main/engine/import/probe.ts',
    may: ['node:fs', '#engine/store/connection', '#engine/extract/pool/pool', '#engine/extract/formats', '#engine/extract/job'],
    never: ['better-sqlite3', '#engine/extract/html/dom', '#engine/extract/charset/charset', ...ENGINE_NEVER]
  },
  {
    file: 'src/main/ipc/probe.ts',
    may: ['#shared/contract', '#main/engine-client', '#engine/open'],
    never: [
      'electron',
      'better-sqlite3',
      '#engine/store/connection',
      '#engine/extract/pool/pool',
      '#renderer/api/call.ts',
      ...BEYOND,
      ...NETWORK
    ]
  },
  {
    file: 'src/main/ipc/dispatch.ts',
    may: ['electron', '#shared/contract'],
    never: [
      'better-sqlite3',
      '#engine/store/connection',
      '#engine/extract/pool/pool',
      '#renderer/api/call.ts',
      ...BEYOND,
      ...NETWORK
    ]
  },
  {
    file: 'src/main/probe.ts',
    may: ['electron', 'node:fs', '#main/ipc/dispatch', '#engine/open'],
    never: ['better-sqlite3', '#engine/store/connection', '#renderer/api/call.ts', '#cli/index', ...BEYOND, ...NETWORK]
  },
  {
    file: 'src/cli/probe.ts',
    may: ['node:fs', '#shared/contract', '#engine/open'],
    never: ['electron', 'better-sqlite3', '#main/ipc/dispatch', '#renderer/api/call.ts', ...BEYOND, ...NETWORK]
  },
  {
    file: 'src/preload/probe.ts',
    may: ['electron', '#shared/contract'],
    never: [
      'node:fs',
      'valibot',
      'better-sqlite3',
      '#main/window',
      '#engine/open',
      '#renderer/api/call.ts',
      ...BEYOND,
      ...NETWORK
    ]
  },
  ...FEATURES.map((feature) => ({
    file: `src/renderer/features/${feature}/probe.ts`,
    may: [
      'react',
      '#renderer/ui/Button.tsx',
      '#renderer/api/call.ts',
      `#renderer/features/${feature}/own.ts`,
      '#shared/model/document'
    ],
    never: [`#renderer/features/${anotherThan(feature)}/other.ts`, '#renderer/app/Shell.tsx', ...WINDOW_NEVER]
  })),
  {
    file: 'src/renderer/ui/probe.ts',
    may: ['react', '#renderer/ui/Button.tsx', '#shared/model/document', '#shared/text/fold'],
    never: [
      '#renderer/api/call.ts',
      '#renderer/features/reader/Reader.tsx',
      '#renderer/app/Shell.tsx',
      '#shared/contract',
      ...WINDOW_NEVER
    ]
  },
  {
    file: 'src/renderer/api/probe.ts',
    may: ['@tanstack/react-query', '#shared/contract'],
    never: ['#renderer/app/Shell.tsx', '#renderer/features/reader/Reader.tsx', '#renderer/ui/Button.tsx', ...WINDOW_NEVER]
  },
  {
    file: 'src/renderer/app/probe.ts',
    may: ['react', '#renderer/features/reader/Reader.tsx', '#renderer/api/call.ts', '#shared/contract'],
    never: WINDOW_NEVER
  }
]

/** Code that the linter must refuse anywhere in the program, by the rule that says so. */
const OFFENCES: ReadonlyArray<readonly [rule: string, file: string, code: string]> = [
  ['lint/suspicious/noExplicitAny', 'src/shared/offence-any.ts', 'export const value: any = 1\n'],
  ['lint/style/noDefaultExport', 'src/shared/offence-default.ts', 'export default 1\n'],
  [
    'lint/style/noNonNullAssertion',
    'src/shared/offence-assertion.ts',
    'export const first = (list: number[]): number => list[0]!\n'
  ],
  [
    'lint/style/noRestrictedGlobals',
    'src/main/offence-fetch.ts',
    "export const load = (): Promise<Response> => fetch('sanad://app')\n"
  ],
  [
    'lint/style/noRestrictedImports',
    'src/main/offence-net.ts',
    "import { net } from 'electron'\n\nexport const online = net.isOnline()\n"
  ],
  ['lint/style/noExcessiveLinesPerFile', 'src/main/offence-long.ts', `export const list = [\n${'  1,\n'.repeat(360)}  1\n]\n`],
  [
    'lint/complexity/noExcessiveLinesPerFunction',
    'src/main/offence-function.ts',
    `export function long(): void {\n${'  Math.random()\n'.repeat(61)}}\n`
  ]
]

type Finding = Readonly<{
  category: string
  message: string
  location: Readonly<{ path: string; start: Readonly<{ line: number }> }>
}>

const projectDir = resolve(import.meta.dirname, '../../..')
let folder = ''
let findings: readonly Finding[] = []

const importsOf = (zone: Zone): readonly string[] => [...zone.may, ...zone.never]

/** A file that imports each module on a line of its own. */
const probe = (zone: Zone): string =>
  `${importsOf(zone)
    .map((module) => `import '${module}'`)
    .join('\n')}\n`

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-zones-'))
  const config = JSON.parse(readFileSync(join(projectDir, 'biome.json'), 'utf8'))
  write('biome.json', JSON.stringify({ ...config, vcs: { enabled: false } }))
  for (const zone of ZONES) write(zone.file, probe(zone))
  for (const [, file, code] of OFFENCES) write(file, code)
  const biome = join(projectDir, 'node_modules/@biomejs/biome/bin/biome')
  const run = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'], {
    cwd: folder,
    encoding: 'utf8'
  })
  findings = JSON.parse(run.stdout).diagnostics
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The modules whose import in the zone's file was reported. */
function refusedIn(zone: Zone): readonly string[] {
  const lines = findings
    .filter(({ category, location }) => category === 'lint/style/noRestrictedImports' && location.path === zone.file)
    .map(({ location }) => location.start.line)
  return importsOf(zone).filter((_, index) => lines.includes(index + 1))
}

describe('import zones', () => {
  test.each(ZONES.map((zone) => [zone.file, zone] as const))('%s', (_, zone) => {
    expect(refusedIn(zone)).toEqual(zone.never)
  })
})

describe('habits', () => {
  test.each(OFFENCES)('%s is an error', (rule, file) => {
    expect(findings.filter(({ location }) => location.path === file).map(({ category }) => category)).toContain(rule)
  })
})
