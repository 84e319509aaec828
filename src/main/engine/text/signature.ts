/**
 * A Bloom filter over the terms of a chunk (Burton H. Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970): says
 * without unpacking the chunk whether a term can stand in it. Eight bits a term and five looks: one answer in fifty is a wrong "can".
 */
const BITS_A_TERM = 8
const LOOKS = 5

/** FNV-1a over UTF-16 code units, in two halves that differ by their start. */
function hash(term: string, seed: number): number {
  let value = seed
  for (let at = 0; at < term.length; at++) value = Math.imul(value ^ term.charCodeAt(at), 0x01000193)
  return (value ^ (value >>> 15)) >>> 0
}

function eachBit(term: string, bits: number, visit: (bit: number) => boolean): boolean {
  const first = hash(term, 0x811c9dc5)
  const second = hash(term, 0x2f0b4a27) | 1
  for (let look = 0; look < LOOKS; look++) if (!visit(((first + Math.imul(look, second)) >>> 0) % bits)) return false
  return true
}

/** The signature of a chunk with these terms. */
export function signatureOf(terms: ReadonlySet<string>): Uint8Array {
  const signature = new Uint8Array(Math.max(1, Math.ceil((terms.size * BITS_A_TERM) / 8)))
  const bits = signature.length * 8
  for (const term of terms)
    eachBit(term, bits, (bit) => {
      signature[bit >> 3] = (signature[bit >> 3] ?? 0) | (1 << (bit & 7))
      return true
    })
  return signature
}

/** False: the term does not stand in the chunk. True: it probably does. */
export function mayHold(signature: Uint8Array, term: string): boolean {
  const bits = signature.length * 8
  return bits === 0 || eachBit(term, bits, (bit) => ((signature[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0)
}
