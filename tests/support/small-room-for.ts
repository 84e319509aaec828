import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A folder, which must be there, and how many KiB the disk has that is mounted on it. */
export type SmallRoom = Readonly<{ path: string; kib: number }>

/** False where no disk can be mounted for one program alone: that takes Linux and root, and a system that lets root. */
export const canHaveSmallRoom: boolean =
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['-m', 'sh', '-c', 'mount -t tmpfs -o size=64k small /mnt'], { stdio: 'ignore' }).status === 0

/**
 * A program that starts `executable` with a small disk, which nobody else sees and which ends with it. From outside it is reached under
 * `/proc/<pid>/root`. `place`: where the program is written.
 */
export function smallRoomFor(executable: string, { path, kib }: SmallRoom, place: string): string {
  mkdirSync(place, { recursive: true })
  const program = join(place, 'small-room.sh')
  const mount = `mount -t tmpfs -o size=${kib}k small "$0" && exec "$@"`
  writeFileSync(program, `#!/bin/sh\nexec unshare -m sh -c '${mount}' '${path}' '${executable}' "$@"\n`, { mode: 0o755 })
  return program
}
