// The bill of materials: what is in a package, from the build itself and the lockfile, in CycloneDX. The same for the same sources: no time,
// no serial number, nothing of the machine. It is kept in docs/sbom.json; the tests tell when it is no longer true.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { licenceOf } from '../checks/licences.mjs'
import { bundledPackages } from '../package/bundle-lists.mjs'
import { inProject } from '../setup/paths.mjs'
import { innerParts } from './inner-parts.mjs'

const read = (...path) => JSON.parse(readFileSync(inProject(...path), 'utf8'))

/** A package URL: how scanners look a package up. */
const purl = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`

const licences = (expression) => [/ (?:AND|OR) /.test(expression) ? { expression } : { license: { id: expression } }]

/** The lockfile's SHA-512 of a package as it is fetched, in hexadecimal. */
function hashes({ integrity = '' }) {
  const [, value] = /sha512-(\S+)/.exec(integrity) ?? []
  return value ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(value, 'base64').toString('hex') }] } : {}
}

const inner = (carrier) =>
  (innerParts[carrier] ?? []).map(({ name, version, licence }) => ({
    type: 'library',
    name,
    ...(version ? { version } : {}),
    licenses: licences(licence)
  }))

function component(path, locked) {
  const manifest = read(path, 'package.json')
  const parts = inner(path)
  return {
    type: 'library',
    'bom-ref': `${path.slice('node_modules/'.length)}@${manifest.version}`,
    name: manifest.name,
    version: manifest.version,
    ...hashes(locked),
    licenses: licences(licenceOf(manifest).replace(/^\((.*)\)$/, '$1')),
    purl: purl(manifest),
    ...(parts.length > 0 ? { components: parts } : {})
  }
}

/** The Electron that releases ship. (The development runtime is not for passing on, and is no part of it.) */
function runtime(packages) {
  const { version } = packages['node_modules/electron']
  return {
    type: 'framework',
    'bom-ref': `electron@${version}`,
    name: 'electron',
    version,
    licenses: licences('MIT'),
    purl: purl({ name: 'electron', version }),
    components: [
      { type: 'framework', name: 'Chromium' },
      { type: 'platform', name: 'Node.js' },
      { type: 'library', name: 'FFmpeg' }
    ]
  }
}

/** The bill of materials as an object. Needs a build in `out/`. */
export function billOfMaterials() {
  const { packages } = read('package-lock.json')
  const { name, version, license } = read('package.json')
  const components = bundledPackages().map((path) => component(path, packages[path] ?? {}))
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': name, name, version, licenses: licences(license) }
    },
    components: [runtime(packages), ...components]
  }
}

/** Where it is kept. */
export const billFile = join(inProject('docs'), 'sbom.json')

/** The bill of materials as it is written down. */
export const billText = () => `${JSON.stringify(billOfMaterials(), null, 2)}\n`
