// Chromium's own sandbox, which Linux gives in one of two ways. Sanad never turns it off for somebody in silence.
import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from './setup/run.mjs'
import { SetupFailure, say } from './setup/say.mjs'

/** Whether an ordinary user may make a user namespace here: what the sandbox is built on. */
async function canMakeNamespaces() {
  const { code } = await run('unshare', ['--user', '--map-root-user', 'true'])
  // 127: the program that would tell is not there; Chromium will find out itself.
  return code === 0 || code === 127
}

/** Whether the helper beside the executable is owned by root and runs as root: the other way to a sandbox. */
function hasSetuidHelper(executable) {
  const stat = statSync(join(dirname(executable), 'chrome-sandbox'), { throwIfNoEntry: false })
  return stat !== undefined && stat.uid === 0 && (stat.mode & 0o4001) === 0o4001
}

function isAppArmorRestricting() {
  try {
    return readFileSync('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', 'utf8').trim() === '1'
  } catch {
    // No such switch in this kernel.
    return false
  }
}

/**
 * The arguments about the sandbox that Electron needs here. Root cannot have one (Chromium refuses), and is told so. An ordinary user
 * keeps it, or is told how to get it: throws SetupFailure where neither way works.
 */
export async function sandboxArguments(executable) {
  if (process.platform !== 'linux') return []
  if (process.getuid() === 0) {
    say('running as root, so without the browser sandbox: use an ordinary user for documents you do not trust')
    return ['--no-sandbox']
  }
  if (hasSetuidHelper(executable)) return []
  if (!isAppArmorRestricting() && (await canMakeNamespaces())) return []
  const helper = join(dirname(executable), 'chrome-sandbox')
  throw new SetupFailure(
    'This system does not let ordinary users make the namespaces that the browser sandbox is built on.',
    `Allow its helper: sudo chown root ${helper} && sudo chmod 4755 ${helper} - and run this again.`
  )
}
