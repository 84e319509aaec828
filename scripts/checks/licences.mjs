// The licences of everything that is installed: what ends up in the app must be free to pass on without conditions on its users.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from '../setup/paths.mjs'

const allowed = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['CC0-1.0', 'Unlicense', 'WTFPL', 'Python-2.0', 'Zlib', 'OFL-1.1']
])
/** Tools that only work here and of which nothing is passed on: each by name, with the licence that is allowed to it alone. */
const toolsByName = new Map([
  // The style sheet compiler of the build.
  ['lightningcss', 'MPL-2.0'],
  // Data on browsers that the build looks up.
  ['caniuse-lite', 'CC-BY-4.0']
])
const toolNamed = (name) => toolsByName.get(name) ?? (name.startsWith('lightningcss-') ? 'MPL-2.0' : undefined)

/** Whether an SPDX expression is met by a set of licences: one of each "or", all of each "and". */
export function isLicenceMet(expression, licences) {
  const bare = expression.replace(/[()]/g, ' ').trim()
  return bare.split(/\s+OR\s+/i).some((option) => option.split(/\s+AND\s+/i).every((name) => licences.has(name.trim())))
}

/** What a package.json says of its licence, as an SPDX expression; empty when it says nothing. */
export function licenceOf({ license, licenses }) {
  if (typeof license === 'string') return license
  if (license?.type) return license.type
  return Array.isArray(licenses) ? licenses.map(({ type }) => type).join(' OR ') : ''
}

/** Whether a package may be here. A tool is one that docs/sbom.json does not list: nothing of it is in a package of the app. */
export function isLicenceFine({ name, licence, isShipped }) {
  return isLicenceMet(licence, allowed) || (!isShipped && licence !== '' && licence === toolNamed(name))
}

/** The packages of which the program is made, as `name@version`. */
function shipped() {
  const { components } = JSON.parse(readFileSync(inProject('docs/sbom.json'), 'utf8'))
  return new Set(components.map(({ name, version }) => `${name}@${version}`))
}

/** Problems of the installed packages, one sentence each. */
export function checkLicences() {
  const { packages } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'))
  const inProgram = shipped()
  return Object.keys(packages).flatMap((path) => {
    const manifest = join(inProject(path), 'package.json')
    if (path === '' || !existsSync(manifest)) return []
    const { name, version, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'))
    const licence = licenceOf(rest)
    if (isLicenceFine({ name, licence, isShipped: inProgram.has(`${name}@${version}`) })) return []
    return [`${path} has the licence "${licence || 'none'}", which is not on the list`]
  })
}
