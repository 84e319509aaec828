// A ZIP archive of files stored as they are: the same bytes whatever the compressor, as everything of the sample that is made by rule.
import { crc32 } from 'node:zlib'

/** 9 December 2020, 10:00, as MS-DOS wrote dates. */
const time = 10 << 11
const date = ((2020 - 1980) << 9) | (12 << 5) | 9
const utf8Names = 0x0800

/** `files` are pairs of a path and its content (text or bytes), in the order they get. */
export function zip(files) {
  const parts = []
  const directory = []
  let offset = 0
  for (const [path, content] of files) {
    const name = Buffer.from(path, 'utf8')
    const bytes = Buffer.from(content)
    const described = Buffer.alloc(26)
    described.writeUInt16LE(20, 0)
    described.writeUInt16LE(utf8Names, 2)
    described.writeUInt16LE(time, 6)
    described.writeUInt16LE(date, 8)
    described.writeUInt32LE(crc32(bytes), 10)
    described.writeUInt32LE(bytes.length, 14)
    described.writeUInt32LE(bytes.length, 18)
    described.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), described, name])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), described, place, name]))
    parts.push(local, bytes)
    offset += local.length + bytes.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listed, end])
}

/** Text as it may stand in XML. */
export const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
