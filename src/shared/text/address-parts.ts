/** A stretch of a list of names and addresses: a name, an address between angle brackets, or what parts two of them. */
export type AddressPart = Readonly<{ text: string; start: number }>

/**
 * Cuts a list such as `Rana Orsal <rana@x.example>, گروه <g@y.example>` so that each name and address can run in its own direction: on
 * one line, a Persian name would carry the signs of the address after it along. The parts joined are the text. Cost: linear.
 */
export function addressParts(text: string): readonly AddressPart[] {
  const parts: AddressPart[] = []
  let start = 0
  for (const { index, 0: found } of text.matchAll(/ ?<[^<>]*>|[,;]\s+/g)) {
    if (index > start) parts.push({ text: text.slice(start, index), start })
    parts.push({ text: found, start: index })
    start = index + found.length
  }
  if (start < text.length) parts.push({ text: text.slice(start), start })
  return parts
}
