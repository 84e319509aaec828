// What the development runtime does with `electron FOLDER`: it runs the app in that folder, like Electron's own default app.
// An ES module with a top-level await, because Electron raises `ready` only after this module has settled: an app whose main is an
// ES module too would otherwise miss the event.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const require = createRequire(import.meta.url)

/** The entry module of a folder or file, with the name and version its package.json gives. */
function findApp(target) {
  const manifest = join(target, 'package.json')
  if (!existsSync(manifest)) return { entry: require.resolve(target), folder: dirname(target) }
  const { name, productName, version, main } = JSON.parse(readFileSync(manifest, 'utf8'))
  return { entry: require.resolve(join(target, main ?? 'index.js')), folder: target, name: productName ?? name, version }
}

const argument = process.argv.slice(1).find((value) => !value.startsWith('-'))
if (argument === undefined) {
  process.stderr.write('usage: electron FOLDER\n')
  app.exit(2)
} else {
  try {
    const found = findApp(resolve(argument))
    Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
    if (found.version) app.setVersion(found.version)
    if (found.name) app.setName(found.name)
    app.setAppPath(found.folder)
    await import(pathToFileURL(found.entry).href)
  } catch (error) {
    process.stderr.write(`The app could not be loaded.\n${error.stack}\n`)
    app.exit(1)
  }
}
