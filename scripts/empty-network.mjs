// A network namespace of one's own for a program and all it starts: no way out of the machine, and every address on earth leads back
// into it, so that whatever is tried can be heard. Linux only; needs unshare, and ip to switch loopback on.
import { run } from './setup/run.mjs'

// Without these, nothing would be reachable and attempts would end unheard. The second line fails where there is no IPv6.
const everywhereIsHere = `ip link set lo up && ip route add local 0.0.0.0/0 dev lo || exit 97
ip -6 route add local ::/0 dev lo 2>/dev/null
echo 0 > /proc/sys/net/ipv4/ip_unprivileged_port_start 2>/dev/null`

const asRoot = ['unshare', '--net', 'sh', '-c', `${everywhereIsHere}\nexec "$@"`, 'sh']

// An ordinary user is root in a user namespace to set it up, and then the same user as before in another inside it: Chromium as root would
// have no sandbox.
const asUser = (uid, gid) => [
  ...['unshare', '--user', '--map-root-user', '--net', 'sh', '-c'],
  `${everywhereIsHere}\nexec unshare --user --map-user=${uid} --map-group=${gid} "$@"`,
  'sh'
]

/** The words to put before a command, and whose means they use; undefined where this system does not allow it. */
export async function emptyNetwork() {
  if (process.platform !== 'linux') return undefined
  const isRoot = process.getuid() === 0
  const before = isRoot ? asRoot : asUser(process.getuid(), process.getgid())
  const [command, ...args] = before
  // Chromium's sandbox needs another user namespace inside.
  const probe = isRoot ? ['true'] : ['unshare', '--user', 'true']
  const { code } = await run(command, [...args, ...probe])
  return code === 0 ? { before, means: isRoot ? 'as root' : 'as an ordinary user' } : undefined
}
