// The native SQLite module must load in this Node.js and in the Electron that runs the app. The one its package ships is built for
// Node-API 10; in older programs it does not fail politely but takes the process down. Hence it is tried in child processes only.
import { copyFileSync, existsSync, renameSync } from 'node:fs'
import { compiledModulePath, compileSqlite } from './compile-sqlite.mjs'
import { inProject, projectDir } from './paths.mjs'
import { run } from './run.mjs'
import { SetupFailure } from './say.mjs'
import { fileKey, isKnownGood, rememberGood } from './state.mjs'

// The package looks here before anywhere else.
const modulePath = inProject('node_modules', 'better-sqlite3', 'prebuilds', `${process.platform}-${process.arch}.node`)

// Opens a database and touches what the archive stands on: a virtual table, and a string that the module keeps a reference to.
const probe = `
  const Database = require('better-sqlite3')
  const db = new Database(':memory:')
  db.exec("CREATE VIRTUAL TABLE t USING fts5(a, tokenize = 'ascii', content = '', contentless_delete = 1)")
  db.prepare('INSERT INTO t (rowid, a) VALUES (@id, @a)').run({ id: 7, a: 'evidence' })
  process.exit(db.prepare("SELECT rowid FROM t WHERE t MATCH 'evid*'").pluck().get() === 7 ? 0 : 1)
`

const keyFor = (runtime) => [process.version, fileKey(modulePath), runtime ? fileKey(runtime.path) : 'no runtime'].join(' ')

async function loadsIn(executable, environment) {
  const { code } = await run(executable, ['-e', probe], {
    cwd: projectDir,
    env: { ...process.env, NODE_OPTIONS: '', ...environment }
  })
  return code === 0
}

async function loadsEverywhere(runtime) {
  const programs = [loadsIn(process.execPath, {})]
  if (runtime) programs.push(loadsIn(runtime.path, { ELECTRON_RUN_AS_NODE: '1' }))
  const results = await Promise.all(programs)
  if (!results.every(Boolean)) return false
  rememberGood('native', keyFor(runtime))
  return true
}

/** Whether the module is known to load, without trying it: cheap, and true only for exactly this module, Node.js and runtime. */
export const isNativeKnownGood = (runtime) => isKnownGood('native', keyFor(runtime))

/** Whether the module will have to be compiled here, for which compilers are needed. */
export async function needsCompiler(runtime) {
  if (process.platform !== 'linux' || isNativeKnownGood(runtime) || existsSync(compiledModulePath())) return false
  return !(await loadsEverywhere(runtime))
}

/** Makes sure that the module loads in this Node.js and, when given, in the runtime; compiles it where the shipped one does not. */
export async function ensureNative(runtime) {
  if (isNativeKnownGood(runtime) || (await loadsEverywhere(runtime))) return
  if (process.platform !== 'linux') {
    throw new SetupFailure(
      `The SQLite module does not load in Node.js ${process.versions.node}.`,
      'Install Node.js 22.14 or newer, delete node_modules, and run this again.'
    )
  }
  const compiled = await compileSqlite()
  const draft = `${modulePath}.${process.pid}`
  copyFileSync(compiled, draft)
  renameSync(draft, modulePath)
  if (await loadsEverywhere(runtime)) return
  throw new SetupFailure(
    'The compiled SQLite module does not load.',
    `Delete ${compiled} and run this again; if it stays so, report it with the output of "node -p process.versions".`
  )
}
