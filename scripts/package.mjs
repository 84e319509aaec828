// Makes a package of the app in dist/: `npm run package` (a folder), `npm run package -- tar.gz` (Linux), `npm run package -- zip`.
// What is in it, and what holds it together, says docs/packaging.md.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildPackage, defaultOutput } from './package/build-package.mjs'
import { makeTarball, writeSums } from './package/tarball.mjs'
import { inProject, projectDir } from './setup/paths.mjs'
import { runScript, SetupFailure, say } from './setup/say.mjs'

const known = ['dir', 'tar.gz', 'zip']

const sizeOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`

/** A file name that says what a package is for: one on the development runtime must not be taken for a release. */
function tarballName(isOfficial) {
  const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'))
  return `Sanad-${version}-${process.platform}-${process.arch}${isOfficial ? '' : '-not-for-use'}.tar.gz`
}

await runScript(async () => {
  const targets = process.argv.slice(2)
  const unknown = targets.find((target) => !known.includes(target))
  if (unknown) throw new SetupFailure(`"${unknown}" is no kind of package.`, `Choose from: ${known.join(', ')}.`)
  const output = defaultOutput
  const builders = targets.filter((target) => target === 'zip')
  const { folder, artifacts, isOfficial } = await buildPackage({ output, targets: builders.length > 0 ? builders : ['dir'] })
  const files = [...artifacts]
  say(
    `${folder}: ${megabytes(sizeOf(folder))}, ${megabytes(sizeOf(inProject('out/main/assets')))} of it for reading PDFs and OCR`
  )
  if (targets.includes('tar.gz')) {
    const file = join(output, tarballName(isOfficial))
    await makeTarball(folder, file, projectDir)
    files.push(file)
  }
  if (files.length > 0) await writeSums(files)
  for (const file of files) say(`${file}: ${megabytes(statSync(file).size)}`)
})
