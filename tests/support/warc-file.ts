/** Web archives written record by record, so that they can also be wrong. */
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

export type WarcPart = Readonly<{
  type: string
  url?: string
  date?: string
  /** Header lines besides. */
  headers?: readonly string[]
  block: string | Uint8Array
  /** What Content-Length says, when it is not the truth. */
  length?: number | string
}>

const DATE = '2020-12-09T10:11:12Z'

/** One record, not packed. */
export function warcRecord({ type, url, date = DATE, headers = [], block, length }: WarcPart): Buffer {
  const bytes = Buffer.from(block)
  const lines = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    ...(url === undefined ? [] : [`WARC-Target-URI: ${url}`]),
    `WARC-Date: ${date}`,
    ...headers,
    `Content-Length: ${length ?? bytes.length}`
  ]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), bytes, Buffer.from('\r\n\r\n')])
}

/** What a server answered, as a record; its digest is that of `body`. */
export function response(
  url: string,
  contentType: string,
  body: string | Uint8Array,
  { date = DATE, status = '200 OK', http = [] as readonly string[], digestOf = body } = {}
): WarcPart {
  const head = [`HTTP/1.1 ${status}`, ...(contentType === '' ? [] : [`Content-Type: ${contentType}`]), ...http, '', ''].join(
    '\r\n'
  )
  return {
    type: 'response',
    url,
    date,
    headers: ['Content-Type: application/http; msgtype=response', `WARC-Payload-Digest: ${digest(digestOf)}`],
    block: Buffer.concat([Buffer.from(head), Buffer.from(body)])
  }
}

/** What a browser asked for on behalf of a page. */
export function request(url: string, referer: string): WarcPart {
  return { type: 'request', url, block: `GET /${url.split('/').slice(3).join('/')} HTTP/1.1\r\nReferer: ${referer}\r\n\r\n` }
}

export const digest = (body: string | Uint8Array): string => `sha1:${createHash('sha1').update(body).digest('hex')}`

/** A plain archive, or one packed record by record. */
export function warcFile(parts: readonly WarcPart[], { gzip = false } = {}): Buffer {
  return Buffer.concat(parts.map(warcRecord).map((record) => (gzip ? gzipSync(record) : record)))
}
