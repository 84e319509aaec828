// The system libraries, on Linux. Root has what is missing installed by apt; anybody else is shown the command for it.
import { hasDisplay } from '../display.mjs'
import { findProgram, lastWords, run } from './run.mjs'
import { longStep, SetupFailure, say } from './say.mjs'
import { fileKey, isKnownGood, rememberGood } from './state.mjs'
import {
  compilers,
  findMissing,
  fonts,
  hasPackageLists,
  installablePackages,
  libraries,
  unpacking,
  virtualDisplay
} from './system-needs.mjs'

const isRoot = () => process.getuid?.() === 0
const aptGet = (args) => run('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })

/** The Debian package for each need: of the names given, the first that apt could install. */
async function packagesFor(needs) {
  const { stdout } = await run('apt-cache', ['policy', ...new Set(needs.flatMap((need) => need.packages))], {
    env: { ...process.env, LC_ALL: 'C' }
  })
  const available = installablePackages(stdout)
  return [...new Set(needs.map(({ packages }) => packages.find((name) => available.has(name)) ?? packages.at(-1)))]
}

async function installPackages(needs) {
  if (!hasPackageLists()) await updateLists()
  let packages = await packagesFor(needs)
  const install = () => aptGet(['install', '-y', '--no-install-recommends', ...packages])
  await longStep(`installing system packages: ${packages.join(' ')}`, async () => {
    let result = await install()
    if (result.code !== 0) {
      // Old lists name files that the mirror no longer has.
      await updateLists()
      packages = await packagesFor(needs)
      result = await install()
    }
    if (result.code === 0) return
    throw new SetupFailure(
      `apt-get could not install ${packages.join(' ')}: ${lastWords(result)}.`,
      'Install them by hand, then run this again.'
    )
  })
}

const updateLists = () => longStep('reading the lists of system packages (apt-get update)', () => aptGet(['update']))

async function commandFor(needs) {
  const update = hasPackageLists() ? '' : 'sudo apt-get update && '
  return `${update}sudo apt-get install -y --no-install-recommends ${(await packagesFor(needs)).join(' ')}`
}

const namesOf = (needs) => needs.map((need) => need.what).join(', ')

/** Provides what is missing of `needs`, or fails with the command that does. `optional` ones are only advised to ordinary users. */
async function provide(missing, optional) {
  const all = [...missing, ...optional]
  if (all.length === 0) return
  if (!findProgram('apt-get')) {
    if (missing.length === 0) return say(`some scripts will not be shown well: this system lacks ${namesOf(optional)}`)
    throw new SetupFailure(
      `This system lacks ${namesOf(missing)}.`,
      "Install them with your system's package manager, then run this again."
    )
  }
  if (isRoot()) return installPackages(all)
  if (missing.length === 0)
    return say(`some scripts will not be shown well; this brings the fonts: ${await commandFor(optional)}`)
  throw new SetupFailure(`This system lacks ${namesOf(missing)}.`, `Install with: ${await commandFor(all)} - and run this again.`)
}

/**
 * Makes sure that the system has what the app needs to run: libraries, a virtual display where there is no real one, fonts; and what
 * this set-up itself needs, when told so. Does nothing on other systems than Linux.
 */
export async function ensureSystem({ app = true, willUnpack = false, willCompile = false }) {
  if (process.platform !== 'linux') return
  const wanted = [...(willUnpack ? unpacking : []), ...(willCompile ? compilers : [])]
  if (app) wanted.push(...libraries, ...(hasDisplay() ? [] : virtualDisplay))
  // Packages come and go together with a change of this file; elsewhere the check runs each time, which is quick enough.
  const key = `${wanted.map((need) => need.what).join(' ')} ${fileKey('/var/lib/dpkg/status')}`
  if (isKnownGood('system', key)) return
  await provide(await findMissing(wanted), app ? await findMissing(fonts) : [])
  const stillMissing = await findMissing(wanted)
  if (stillMissing.length > 0) {
    throw new SetupFailure(
      `This system still lacks ${namesOf(stillMissing)}.`,
      "Install them with your system's package manager, then run this again."
    )
  }
  rememberGood('system', `${wanted.map((need) => need.what).join(' ')} ${fileKey('/var/lib/dpkg/status')}`)
}
