// The licences of everything that is in a package, as one text: what the licences themselves ask for.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { licenceOf } from '../checks/licences.mjs'
import { inProject } from '../setup/paths.mjs'
import { bundledPackages } from './bundle-lists.mjs'

const isLicenceText = (name) => /^(licen[cs]e|copying|notice)(\.(md|txt)|-[\w.-]+)?$/i.test(name)
const rule = '='.repeat(100)
const own = inProject('resources/licences')

/** What a package says of itself, and the licence texts that lie in it. */
function ofPackage(path) {
  const folder = inProject(path)
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const texts = readdirSync(folder)
    .filter(isLicenceText)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').trim())
  return [`${manifest.name} ${manifest.version} (${licenceOf(manifest)})`, ...texts].join('\n\n')
}

/** All notices: Sanad's own licence, the texts kept in `resources/licences`, and each bundled package. */
export function notices() {
  const kept = readdirSync(own)
    .sort()
    .map((name) => readFileSync(join(own, name), 'utf8').trim())
  const sanad = `Sanad\n\n${readFileSync(inProject('LICENSE'), 'utf8').trim()}`
  const packages = bundledPackages().filter((path) => existsSync(join(inProject(path), 'package.json')))
  return `${[sanad, ...kept, ...packages.map(ofPackage)].join(`\n\n${rule}\n\n`)}\n`
}
