// What goes into app.asar, put together in a folder of its own: the built programs without their source maps and without the command
// line, the SQLite module for one system, and a package.json that says only what Electron reads. Whatever is not named here is not shipped.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from '../setup/paths.mjs'
import { bundleListOf } from './bundle-lists.mjs'

/** Programs of the build that a package has no use for: without RunAsNode nothing could run the command line. */
const leftOut = ['cli', 'hash-thread']

function copy(from, to) {
  mkdirSync(join(to, '..'), { recursive: true })
  cpSync(from, to, { recursive: true, dereference: true })
}

/** The files of the main process: what its programs load, and the data they carry. */
function copyMain(folder) {
  const programs = Object.entries(bundleListOf('main').programs).filter(([name]) => !leftOut.includes(name))
  const files = new Set(programs.flatMap(([, loaded]) => loaded))
  for (const file of [...files, 'assets']) copy(inProject('out/main', file), join(folder, 'out/main', file))
}

function copyPage(folder) {
  for (const file of bundleListOf('preload').programs.index)
    copy(inProject('out/preload', file), join(folder, 'out/preload', file))
  for (const name of readdirSync(inProject('out/renderer'))) {
    if (name !== 'bundle.json') copy(inProject('out/renderer', name), join(folder, 'out/renderer', name))
  }
}

/** The SQLite module as its package lays it out, with the binary of one system only. */
function copySqlite(folder, system) {
  const from = inProject('node_modules/better-sqlite3')
  const to = join(folder, 'node_modules/better-sqlite3')
  for (const part of ['lib', 'LICENSE', `prebuilds/${system}.node`]) copy(join(from, part), join(to, part))
  const { name, version, license, main, exports } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'))
  writeFileSync(join(to, 'package.json'), `${JSON.stringify({ name, version, license, main, exports }, null, 2)}\n`)
}

/** The package.json inside the package. `runtime` lets About say what the program runs on. */
function writeManifest(folder, isOfficial) {
  const { name, productName, version, description, author, license, type, main } = JSON.parse(
    readFileSync(inProject('package.json'), 'utf8')
  )
  const runtime = isOfficial ? 'official' : 'development'
  const manifest = {
    name,
    productName,
    version,
    description,
    author,
    license,
    type,
    main,
    desktopName: `${name}.desktop`,
    runtime
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

/** Fills an empty folder from `out/`, which must be built. `system`: `linux-x64`, `darwin-arm64` … Returns the manifest. */
export function stageApp(folder, { system, isOfficial }) {
  copyMain(folder)
  copyPage(folder)
  copySqlite(folder, system)
  return writeManifest(folder, isOfficial)
}
