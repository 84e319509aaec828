// The first thing that is checked, in syntax that old versions of Node understand as well.
import { SetupFailure } from './say.mjs'

const lowest = [20, 19]

/** Refuses a Node.js that is too old for the tools. */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > lowest[0] || (major === lowest[0] && minor >= lowest[1])) return
  throw new SetupFailure(
    `Sanad needs Node.js ${lowest.join('.')} or newer, and this is ${version}.`,
    'Install a current version and run this again.'
  )
}
