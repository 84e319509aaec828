// Modules of tests/bench in TypeScript, built for plain Node.js with the engine in them.
import { rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inProject } from '../setup/paths.mjs'

/** Builds and loads `tests/bench/<name>.ts`. It lies below node_modules, so that it finds the SQLite module. */
export async function loadBenchModule(name) {
  const { build } = await import('vite')
  const folder = inProject('node_modules/.cache/sanad', `bench-${basename(name)}-${process.pid}`)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  await build({
    root: inProject('.'),
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: inProject('tests/bench', `${name}.ts`),
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: '[name].mjs' } }
    }
  })
  return import(pathToFileURL(join(folder, `${name}.mjs`)).href)
}
