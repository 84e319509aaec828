/** How far into a page browsers look for its declared character set. */
const PRESCAN_BYTES = 1024

const SPACE = new Set([' ', '\t', '\n', '\f', '\r'])

type Attribute = Readonly<{ name: string; value: string; next: number }>

/**
 * The character set label that a page declares for itself in its first 1,024 bytes, by the prescan of the HTML standard, or in an
 * XML declaration. Undefined without one. The label is as written: it may be unknown or wrong.
 */
export function prescanCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, PRESCAN_BYTES)).toString('latin1')
  return fromXmlDeclaration(head) ?? fromMeta(head)
}

function fromXmlDeclaration(head: string): string | undefined {
  if (!head.startsWith('<?xml')) return undefined
  const end = head.indexOf('?>')
  return end < 0 ? undefined : /\sencoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']/.exec(head.slice(0, end))?.[1]
}

function fromMeta(head: string): string | undefined {
  let at = 0
  while (at < head.length) {
    const open = head.indexOf('<', at)
    if (open < 0) return undefined
    if (head.startsWith('<!--', open)) {
      const close = head.indexOf('-->', open + 2)
      if (close < 0) return undefined
      at = close + 3
    } else if (/^<\/?[a-z]/i.test(head.slice(open, open + 3))) {
      const tag = readTag(head, open)
      const label = tag.name === 'meta' ? declaredBy(tag.attributes) : undefined
      if (label !== undefined) return label
      at = tag.next
    } else if (/^<[!/?]/.test(head.slice(open, open + 2))) {
      const close = head.indexOf('>', open)
      if (close < 0) return undefined
      at = close + 1
    } else {
      at = open + 1
    }
  }
  return undefined
}

function declaredBy(attributes: ReadonlyMap<string, string>): string | undefined {
  const direct = attributes.get('charset')
  if (direct !== undefined) return direct
  if (attributes.get('http-equiv')?.toLowerCase() !== 'content-type') return undefined
  return /charset\s*=\s*["']?\s*([^\s;"']{1,40})/i.exec(attributes.get('content') ?? '')?.[1]
}

function readTag(head: string, open: number) {
  let at = open + 1
  while (
    at < head.length &&
    !SPACE.has(head.charAt(at)) &&
    head.charAt(at) !== '>' &&
    !(head.charAt(at) === '/' && at > open + 1)
  )
    at++
  const name = head.slice(open + 1, at).toLowerCase()
  const attributes = new Map<string, string>()
  for (let attribute = readAttribute(head, at); attribute; attribute = readAttribute(head, at)) {
    // The first of two attributes with one name counts, as in browsers.
    if (!attributes.has(attribute.name)) attributes.set(attribute.name, attribute.value)
    at = attribute.next
  }
  const close = head.indexOf('>', at)
  return { name, attributes, next: close < 0 ? head.length : close + 1 }
}

/** Undefined at the end of the tag. */
function readAttribute(head: string, from: number): Attribute | undefined {
  let at = skip(head, from, (c) => SPACE.has(c) || c === '/')
  if (at >= head.length || head.charAt(at) === '>') return undefined
  const nameStart = at
  at = skip(head, at + 1, (c) => !SPACE.has(c) && c !== '=' && c !== '>' && c !== '/')
  const name = head.slice(nameStart, at).toLowerCase()
  at = skip(head, at, (c) => SPACE.has(c))
  if (head.charAt(at) !== '=') return { name, value: '', next: at }
  at = skip(head, at + 1, (c) => SPACE.has(c))
  const quote = head.charAt(at)
  if (quote === '"' || quote === "'") {
    const close = head.indexOf(quote, at + 1)
    const end = close < 0 ? head.length : close
    return { name, value: head.slice(at + 1, end), next: end + 1 }
  }
  const end = skip(head, at, (c) => !SPACE.has(c) && c !== '>')
  return { name, value: head.slice(at, end), next: end }
}

function skip(head: string, from: number, while_: (char: string) => boolean): number {
  let at = from
  while (at < head.length && while_(head.charAt(at))) at++
  return at
}
