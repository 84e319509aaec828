// package.json, package-lock.json and what the documents say about them.
import { existsSync, readFileSync } from 'node:fs'
import { inProject } from '../setup/paths.mjs'
import { lineAt } from './tree.mjs'

const scripts = () => JSON.parse(readFileSync(inProject('package.json'), 'utf8')).scripts

/** The lockfile must not say where a package was fetched from: that would be the registry of one machine. */
function checkAddresses(text) {
  const index = text.indexOf('"resolved"')
  return index < 0 ? [] : [`package-lock.json:${lineAt(text, index)} names the address of a package; .npmrc should prevent it`]
}

/** Each optional package is in the lockfile, for other systems too: without it `npm ci` refuses the whole lockfile. */
function checkOptional(packages) {
  const isLocked = (path, name) => `${path}/node_modules/${name}` in packages || `node_modules/${name}` in packages
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(path, name))
      .map((name) => `package-lock.json lacks ${name}, which ${path} lists as optional; "npm ci" will refuse it`)
  )
}

/** Problems of package-lock.json, one sentence each. */
export function checkLockfile(text = readFileSync(inProject('package-lock.json'), 'utf8')) {
  return [...checkAddresses(text), ...checkOptional(JSON.parse(text).packages)]
}

/** Each npm script runs a file that exists. */
export function checkScripts() {
  return Object.entries(scripts()).flatMap(([name, command]) => {
    const file = /^node (\S+)/.exec(command)?.[1]
    return file && !existsSync(inProject(file)) ? [`the npm script "${name}" runs ${file}, which does not exist`] : []
  })
}

/** Each npm script that a document names exists. */
export function checkMentionedScripts(path, text) {
  if (!path.endsWith('.md')) return []
  const known = scripts()
  return [...text.matchAll(/\bnpm (?:run (?:-s |--silent )?([a-z][\w:-]*)|(start|test)\b)/g)].flatMap((found) => {
    const name = found[1] ?? found[2]
    return name in known ? [] : [`${path}:${lineAt(text, found.index)} names the npm script "${name}", which does not exist`]
  })
}
