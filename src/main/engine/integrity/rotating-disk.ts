import { readFileSync } from 'node:fs'

/**
 * Whether a device (`stat.dev`) is a disk that turns: two who read from it at once take longer than one after the other. Only Linux can be
 * asked; false where it can not be told. Cost: a look into /sys.
 */
export function isRotating(device: number): boolean {
  if (process.platform !== 'linux') return false
  const number = BigInt(device)
  // As the C library packs the two numbers of a device (gnu_dev_major, gnu_dev_minor).
  const major = ((number >> 8n) & 0xfffn) | ((number >> 32n) & 0xfffff000n)
  const minor = (number & 0xffn) | ((number >> 12n) & 0xffffff00n)
  // A partition has no queue of its own: it is its disk's.
  for (const place of ['queue', '../queue']) {
    try {
      return readFileSync(`/sys/dev/block/${major}:${minor}/${place}/rotational`, 'latin1').trim() === '1'
    } catch {
      // Not there: a partition, or no disk at all.
    }
  }
  return false
}
