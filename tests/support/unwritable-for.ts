import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A program that starts `executable` with `folder` write-protected. Rights bind everybody but root, who gets a mount namespace in which the
 * folder is mounted for reading only. `place`: where the program is written.
 */
export function unwritableFor(executable: string, folder: string, place: string): string {
  if (process.getuid?.() !== 0) {
    execFileSync('chmod', ['-R', 'a-w', folder])
    return executable
  }
  mkdirSync(place, { recursive: true })
  const program = join(place, 'write-protected.sh')
  const mount = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
  writeFileSync(program, `#!/bin/sh\nexec unshare -m sh -c '${mount}' '${folder}' '${executable}' "$@"\n`, { mode: 0o755 })
  return program
}
