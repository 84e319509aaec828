// The licences of everything that is installed: what ends up in the app must be free to pass on without conditions on its users.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from '../setup/paths.mjs'

const allowed = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['CC0-1.0', 'Unlicense', 'WTFPL', 'Python-2.0', 'Zlib', 'OFL-1.1']
])
// For tools that only work here and of which nothing is passed on.
const allowedInTools = new Set([...allowed, 'MPL-2.0', 'CC-BY-4.0'])

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

/** Problems of the installed packages, one sentence each. */
export function checkLicences() {
  const { packages } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'))
  return Object.entries(packages).flatMap(([path, { dev }]) => {
    const manifest = join(inProject(path), 'package.json')
    if (path === '' || !existsSync(manifest)) return []
    const licence = licenceOf(JSON.parse(readFileSync(manifest, 'utf8')))
    if (isLicenceMet(licence, dev ? allowedInTools : allowed)) return []
    return [`${path} has the licence "${licence || 'none'}", which is not on the list`]
  })
}
