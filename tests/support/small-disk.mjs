// Runs in a mount namespace of its own: mounts a small disk, carries out steps on it, prints what became of each as JSON.
import { spawnSync } from 'node:child_process'

const { disk, kib, steps } = JSON.parse(process.argv[2] ?? '{}')
const run = ([program, ...args]) => {
  const ended = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 << 20, cwd: '/' })
  return { code: ended.status, output: ended.stdout, errors: ended.stderr }
}
const mounted = run(['mount', '-t', 'tmpfs', '-o', `size=${kib}k`, 'small', disk])
process.stdout.write(JSON.stringify(mounted.code === 0 ? steps.map(run) : [mounted]))
