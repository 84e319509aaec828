/** TAR archives written byte by byte, so that they can also be wrong. */

export type TarEntry = Readonly<{
  name: string | Uint8Array
  content?: Uint8Array | string
  /** The type flag: `0` a file, `2` a symbolic link, `3` a device, `5` a folder, NUL a file of the oldest kind, without `ustar`. Default `0`. */
  type?: string
  linkname?: string
  /** What the header says, when it is not the truth. */
  size?: number
}>

const BLOCK = 512
/** The second of the Unix clock that every entry bears. */
const MTIME = 1_600_000_000

/** A TAR archive (ustar). `end: false` leaves out the two empty blocks at its end. */
export function tarFile(entries: readonly TarEntry[], { end = true } = {}): Buffer {
  const blocks = entries.flatMap(({ name, content = '', type = '0', linkname = '', size }) => {
    const bytes = Buffer.from(content)
    const padding = Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)
    return [header(Buffer.from(name), type, linkname, size ?? bytes.length), bytes, padding]
  })
  return Buffer.concat(end ? [...blocks, Buffer.alloc(2 * BLOCK)] : blocks)
}

function header(name: Buffer, type: string, linkname: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK)
  name.copy(block, 0, 0, 100)
  block.write('0000644\0', 100)
  block.write('0000000\0', 108)
  block.write('0000000\0', 116)
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  block.write(`${MTIME.toString(8).padStart(11, '0')}\0`, 136)
  block.write('        ', 148)
  block.write(type, 156)
  block.write(linkname, 157)
  if (type !== '\0') block.write('ustar\x0000', 257)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}
