// Where packages come from and what they may do: package-lock.json held against what is allowed, without asking anybody.
import { readFileSync } from 'node:fs'
import { inProject } from '../setup/paths.mjs'

/** Packages that must not come in, also not through others, with the reason. */
const refused = new Map([
  ['mupdf', 'AGPL: whoever passes Sanad on would have to pass on more than we can'],
  ['@signalapp/sqlcipher', 'AGPL, and the archive has its own cipher'],
  ['@journeyapps/sqlcipher', 'unmaintained; the archive has its own cipher'],
  ['xlsx', 'the registry holds an old release with known faults; Excel files are read by our own readers'],
  ['ghostscript4js', 'AGPL'],
  ['itext', 'AGPL'],
  ['event-stream', 'was taken over once, to steal'],
  ['flatmap-stream', 'was made to steal'],
  ['node-ipc', 'its author made it harm users'],
  ['colors', 'its author made it harm users'],
  ['ua-parser-js', 'was taken over once'],
  ['puppeteer', 'downloads a browser when it is installed'],
  ['electron-updater', 'Sanad looks for no updates'],
  ['@sentry/electron', 'Sanad sends no reports'],
  ['node-fetch', 'Sanad has no network'],
  ['axios', 'Sanad has no network'],
  ['ws', 'Sanad has no network']
])
/** Packages with install scripts that may be locked all the same, since package.json's `allowScripts` keeps theirs from running. */
function deniedScripts(manifest) {
  return new Set(Object.entries(manifest.allowScripts ?? {}).flatMap(([name, isAllowed]) => (isAllowed ? [] : [name])))
}

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** What is wrong with one locked package. */
function problemsOf(path, entry, denied) {
  const name = nameOf(path)
  const problems = []
  if (!/^sha512-/.test(entry.integrity ?? ''))
    problems.push(`${path} is locked without a SHA-512: a changed package would go unseen`)
  if (entry.link) problems.push(`${path} is a link, not a package of the registry`)
  if (/^(?:git|https?|file|ssh)[+:]/.test(entry.version ?? ''))
    problems.push(`${path} comes from an address, not from the registry`)
  if (entry.hasInstallScript && !denied.has(name)) {
    problems.push(`${path} runs a script when it is installed; deny it in package.json under "allowScripts", or do without it`)
  }
  const reason = refused.get(entry.name ?? name)
  if (reason) problems.push(`${path} must not be used: ${reason}`)
  return problems
}

/** What is wrong with what package.json asks for. */
function checkAsked({ dependencies = {}, devDependencies = {}, allowScripts = {} }) {
  const asked = Object.entries({ ...dependencies, ...devDependencies })
  return [
    ...asked
      .filter(([, version]) => !/^(?:npm:(?:@[\w-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+$/.test(version))
      .map(([name, version]) => `package.json asks for ${name} as "${version}"; name one exact version of the registry`),
    ...Object.entries(allowScripts)
      .filter(([, isAllowed]) => isAllowed)
      .map(([name]) => `package.json lets ${name} run a script when it is installed; the set-up does what is needed`)
  ]
}

/** Problems of package.json and package-lock.json, one sentence each. */
export function checkSupply(
  lockfile = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')),
  manifest = JSON.parse(readFileSync(inProject('package.json'), 'utf8'))
) {
  const denied = deniedScripts(manifest)
  const locked = Object.entries(lockfile.packages).filter(([path]) => path !== '')
  return [...checkAsked(manifest), ...locked.flatMap(([path, entry]) => problemsOf(path, entry, denied))]
}
