/** Whether these bytes begin a GZIP member that is packed in the one way there is. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8
}

/** The length of a GZIP header (RFC 1952); undefined for what is none. */
export function gzipHeaderLength(head: Uint8Array): number | undefined {
  const flags = head[3] ?? 0xff
  if (!isGzip(head) || (flags & 0xe0) !== 0 || head.length < 10) return undefined
  let at = 10
  if ((flags & 0x04) !== 0) at += 2 + (head[at] ?? 0) + (head[at + 1] ?? 0) * 256
  for (const flag of [0x08, 0x10]) if ((flags & flag) !== 0) at = head.indexOf(0, at) + 1 || head.length
  if ((flags & 0x02) !== 0) at += 2
  return at < head.length ? at : undefined
}
