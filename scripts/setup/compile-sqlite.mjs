// Compiles the SQLite module from the sources that its package brings along, for Node-API 9. One such file loads in Node.js 20, 22
// and later and in Electron 33 and later. Kept in the cache under a key of everything that goes into it.
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { makeFolder, withLock } from './lock.mjs'
import { cacheDir, inProject } from './paths.mjs'
import { lastWords, run } from './run.mjs'
import { longStep, SetupFailure } from './say.mjs'

const require = createRequire(import.meta.url)
const packageDir = inProject('node_modules', 'better-sqlite3')
const shim = inProject('native', 'napi9-strings.h')

const optimise = ['-O2', '-DNDEBUG', '-fPIC', '-pthread', '-w']
const cFlags = ['-std=c99', '-D_GNU_SOURCE']
const cppFlags = [
  ...['-std=c++20', '-fno-exceptions', '-fno-rtti', '-fvisibility=hidden', '-fvisibility-inlines-hidden'],
  ...['-DNODE_GYP_MODULE_NAME=better_sqlite3', '-DBUILDING_NODE_EXTENSION', '-DNAPI_VERSION=9'],
  ...['-DNAPI_DISABLE_CPP_EXCEPTIONS', '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS']
]
// The C++ library goes inside: the module then needs only what every Linux with glibc has.
const linkFlags = ['-shared', '-pthread', '-s', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-static-libstdc++', '-static-libgcc']

/** The SQLite options its makers build with; without them the file would behave differently from the shipped one. */
function sqliteDefines() {
  const text = readFileSync(join(packageDir, 'deps', 'defines.gypi'), 'utf8')
  const defines = [...text.matchAll(/^\s+'([A-Z0-9_]+(?:=[^']*)?)',?$/gm)].map(([, define]) => `-D${define}`)
  if (!defines.includes('-DSQLITE_ENABLE_FTS5')) {
    throw new SetupFailure('The options of the SQLite package could not be read.', 'Run "npm ci" and then this again.')
  }
  return defines
}

const manifest = () => JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'))

/** Where the compiled module is, or will be, in the cache. */
export function compiledModulePath() {
  const { name, version } = manifest()
  const key = createHash('sha256')
    .update(JSON.stringify([name, version, process.arch, optimise, cFlags, cppFlags, linkFlags, sqliteDefines()]))
    .update(readFileSync(shim))
    .digest('hex')
    .slice(0, 16)
  return join(cacheDir, 'native', `${name}-${version}-napi9-linux-${process.arch}-${key}.node`)
}

async function must(result, file) {
  const done = await result
  if (done.code === 0) return
  throw new SetupFailure(
    `Compiling ${file} failed: ${lastWords(done) || `exit code ${done.code}`}.`,
    'Check that gcc and g++ (version 10 or newer) work and that about 1 GB of memory is free, then run this again.'
  )
}

async function compileInto(folder) {
  const sqlite = join(packageDir, 'deps', 'sqlite3')
  const addonApi = dirname(require.resolve('node-addon-api/package.json', { paths: [packageDir] }))
  const includes = [require('node-api-headers').include_dir, addonApi, sqlite].map((path) => `-I${path}`)
  const objects = [join(folder, 'sqlite3.o'), join(folder, 'addon.o')]
  const module = join(folder, 'better_sqlite3.node')
  await Promise.all([
    must(run('gcc', ['-c', ...optimise, ...cFlags, ...sqliteDefines(), join(sqlite, 'sqlite3.c'), '-o', objects[0]]), 'SQLite'),
    must(
      run('g++', [
        '-c',
        ...optimise,
        ...cppFlags,
        '-include',
        shim,
        ...includes,
        join(packageDir, 'src', 'better_sqlite3.cpp'),
        '-o',
        objects[1]
      ]),
      'the SQLite module'
    )
  ])
  await must(run('g++', [...linkFlags, ...objects.reverse(), '-ldl', '-lm', '-o', module]), 'the SQLite module')
  return module
}

/** The compiled module: from the cache, or made now (about a minute). Needs gcc and g++. */
export function compileSqlite() {
  const target = compiledModulePath()
  return withLock('native', async () => {
    if (existsSync(target)) return target
    makeFolder(dirname(target))
    const folder = mkdtempSync(join(dirname(target), 'compile-'))
    try {
      await longStep(`compiling SQLite for this Node.js and Electron (about a minute, once for all clones)`, async () => {
        renameSync(await compileInto(folder), target)
      })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    return target
  })
}
