/** Property lists written byte by byte, so that they can also be wrong. */

export type PlistInput = string | Uint8Array | readonly PlistInput[] | { readonly [key: string]: PlistInput }

const isList = (value: PlistInput): value is readonly PlistInput[] => Array.isArray(value)

/** A binary property list; each value is written once for each place where it stands. */
export function binaryPlist(root: PlistInput): Buffer {
  const objects: Buffer[] = []
  const write = (value: PlistInput): number => {
    const number = objects.push(Buffer.alloc(0)) - 1
    objects[number] = objectOf(value, write)
    return number
  }
  write(root)
  return binaryPlistOf(objects)
}

/** A binary property list of objects written already, the first on top; references are two bytes long. */
export function binaryPlistOf(objects: readonly Buffer[]): Buffer {
  const offsets: Buffer[] = []
  let at = 8
  for (const object of objects) {
    offsets.push(u32(at))
    at += object.length
  }
  const trailer = Buffer.alloc(32)
  trailer.set([4, 2], 6)
  trailer.writeUInt32BE(objects.length, 12)
  trailer.writeUInt32BE(at, 28)
  return Buffer.concat([Buffer.from('bplist00'), ...objects, ...offsets, trailer])
}

/** An array or dictionary by the numbers of what it holds. */
export function collection(kind: 'array' | 'dictionary', references: readonly number[]): Buffer {
  const count = kind === 'array' ? references.length : references.length / 2
  return Buffer.concat([mark(kind === 'array' ? 0xa0 : 0xd0, count), ...references.map(u16)])
}

function objectOf(value: PlistInput, write: (value: PlistInput) => number): Buffer {
  if (value instanceof Uint8Array) return Buffer.concat([mark(0x40, value.length), value])
  if (typeof value === 'string') return textObject(value)
  if (isList(value)) return collection('array', value.map(write))
  const entries = Object.entries(value)
  return collection('dictionary', [...entries.map(([key]) => write(key)), ...entries.map(([, inner]) => write(inner))])
}

/** A string, in ASCII where it is. */
export function textObject(text: string): Buffer {
  if (/^[\u0000-\u007f]*$/.test(text)) return Buffer.concat([mark(0x50, text.length), Buffer.from(text, 'latin1')])
  return Buffer.concat([mark(0x60, text.length), Buffer.from(text, 'utf16le').swap16()])
}

function mark(kind: number, count: number): Buffer {
  return count < 15 ? Buffer.from([kind | count]) : Buffer.concat([Buffer.from([kind | 15, 0x12]), u32(count)])
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** The same list in XML. */
export function xmlPlist(root: PlistInput): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">\n${element(root)}</plist>\n`
}

function element(value: PlistInput): string {
  if (value instanceof Uint8Array) return `<data>\n${Buffer.from(value).toString('base64').replace(/.{68}/g, '$&\n')}\n</data>\n`
  if (typeof value === 'string') return `<string>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</string>\n`
  if (isList(value)) return `<array>\n${value.map(element).join('')}</array>\n`
  const entries = Object.entries(value).map(([key, inner]) => `<key>${key}</key>\n${element(inner)}`)
  return `<dict>\n${entries.join('')}</dict>\n`
}
