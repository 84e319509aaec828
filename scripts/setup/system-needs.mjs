// What Sanad needs of the operating system, each with the way to see whether it is there and the Debian packages that bring it.
// Newer releases of Debian and Ubuntu renamed some packages (t64): of each list, the first name that apt knows is taken.
import { readdirSync } from 'node:fs'
import { findProgram, run } from './run.mjs'

const library = (file, ...packages) => ({
  what: file,
  packages,
  isThere: async ({ libraries }) => libraries === undefined || libraries.has(file)
})
const program = (name, ...packages) => ({ what: name, packages, isThere: async () => findProgram(name) !== undefined })
const font = (language, what, ...packages) => ({
  what,
  packages,
  isThere: async ({ languages }) => languages?.has(language) ?? false
})

/** Without these Electron does not start. */
export const libraries = [
  library('libgtk-3.so.0', 'libgtk-3-0t64', 'libgtk-3-0'),
  library('libnss3.so', 'libnss3'),
  library('libasound.so.2', 'libasound2t64', 'libasound2'),
  library('libgbm.so.1', 'libgbm1')
]

/** For a machine without a display. */
export const virtualDisplay = [program('Xvfb', 'xvfb'), program('xauth', 'xauth')]

/** For making the development runtime. */
export const unpacking = [program('unzip', 'unzip')]

/** For compiling the SQLite module. */
export const compilers = [program('gcc', 'gcc'), program('g++', 'g++')]

/** For reading: without them some scripts are shown as empty boxes. (Persian, Arabic and Latin fonts come with the app.) */
export const fonts = [
  font('he', 'fonts for Hebrew, Indian and other scripts', 'fonts-noto-core'),
  font('zh-cn', 'fonts for Chinese, Japanese and Korean', 'fonts-noto-cjk')
]

/** The shared libraries this system knows, by file name; undefined where that cannot be asked (then they are taken as present). */
async function knownLibraries() {
  const ldconfig = findProgram('ldconfig')
  if (!ldconfig) return undefined
  const { code, stdout } = await run(ldconfig, ['-p'])
  return code === 0 ? new Set([...stdout.matchAll(/^\s+(\S+) \(/gm)].map(([, name]) => name)) : undefined
}

/** The languages that the installed fonts can write; undefined without fontconfig. */
async function writableLanguages() {
  const list = findProgram('fc-list')
  if (!list) return undefined
  const { stdout } = await run(list, ['--format', '%{lang}\n'])
  return new Set(stdout.split(/[|\n]/))
}

/** Those of `needs` that are not there. */
export async function findMissing(needs) {
  const facts = { libraries: await knownLibraries(), languages: await writableLanguages() }
  const there = await Promise.all(needs.map((need) => need.isThere(facts)))
  return needs.filter((_, index) => !there[index])
}

/** Whether apt has its lists of packages. */
export function hasPackageLists(folder = '/var/lib/apt/lists') {
  try {
    return readdirSync(folder).some((name) => name.includes('_Packages'))
  } catch {
    // No such folder: no lists.
    return false
  }
}

/** The packages that apt could install, of those whose `apt-cache policy` this is: the ones with a candidate. */
export const installablePackages = (policy) =>
  new Set([...policy.matchAll(/^(\S+):\n(?: {2}.*\n)*? {2}Candidate: (?!\(none\))/gm)].map(([, name]) => name))
