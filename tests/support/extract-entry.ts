import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { build } from 'vite'
import { cssTree } from '#bundling'

const root = resolve(import.meta.dirname, '../..')
const cache = join(root, 'node_modules/.cache/sanad')

/**
 * The path of a built extract process, made from the sources as they are now, so that tests run the real process without a build of the
 * whole app.
 */
export function extractEntry(): Promise<string> {
  return builtModule('src/main/engine/extract/pool/process.ts')
}

const built = new Map<string, Promise<string>>()

/** The path of a thread that hashes originals, built in the same way. */
export function hashEntry(): Promise<string> {
  return builtModule('src/main/engine/threads/hash-thread.ts', ['integrity', 'originals', 'threads'])
}

/**
 * The path of a module of the engine, built for plain Node. Built once for each state of the sources, whoever asks. `folders`: of the
 * engine, from which it is made besides those of reading documents.
 */
export function builtModule(source: string, folders: readonly string[] = []): Promise<string> {
  const known = built.get(source) ?? buildModule(source, folders)
  built.set(source, known)
  return known
}

async function buildModule(source: string, folders: readonly string[]): Promise<string> {
  const name = basename(source, '.ts')
  const folder = join(cache, `${name}-${sourceHash(folders)}`)
  const entry = join(folder, `${name}.mjs`)
  if (existsSync(entry)) return entry
  mkdirSync(cache, { recursive: true })
  const own = `${folder}-${process.pid}`
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: [cssTree] },
    ssr: { noExternal: true },
    build: {
      ssr: join(root, source),
      outDir: own,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: `${name}.mjs`, chunkFileNames: 'chunks/[name]-[hash].mjs' } }
    }
  })
  try {
    renameSync(own, folder)
  } catch (error) {
    // Another test run was first.
    rmSync(own, { recursive: true, force: true })
    if (!existsSync(entry)) throw error
  }
  return entry
}

/** Of everything that goes into the bundle. */
function sourceHash(folders: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of ['package-lock.json', 'bundling.config.ts']) hash.update(readFileSync(join(root, file)))
  const ofEngine = ['extract', 'sealed', 'text', ...folders].map((folder) => `src/main/engine/${folder}`)
  for (const folder of [...ofEngine, 'src/shared']) {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
    for (const name of names.sort()) hash.update(name).update(readFileSync(join(root, folder, name)))
  }
  return hash.digest('hex').slice(0, 16)
}
