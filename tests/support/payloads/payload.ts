/** Hostile markup, and how it tells that it did something. */

/** What a payload uses to be noticed, with its own number in all of it. */
export type Mark = Readonly<{
  number: number
  /** JavaScript that says it ran, to the console and to the canary: an expression without spaces, quotes, `<`, `>` and `&`. */
  js: string
  /** An address at the canary, to which a suffix may be added: `.js`, `.css`, `.html`, `.svg`, `.png` are answered as such. */
  url: string
  /** `host:port` of the canary. */
  host: string
  /** `host:port` of a TCP and of a UDP listener of its own, for ways that carry no address. */
  tcp: () => string
  udp: () => string
  /** A host name that nothing else asks for. */
  hostName: string
}>

export type Payload = Readonly<{
  name: string
  /** What it tries: to run script, or to reach the network without any. */
  tries: 'script' | 'request'
  mediaType: 'text/html' | 'image/svg+xml' | 'application/xhtml+xml'
  /** The whole file. */
  bytes: (mark: Mark) => Buffer
}>

/** Lets an element fill its frame, so that the mouse finds it. */
export const FILLING = 'style="position:fixed;inset:0;width:99%;height:99%;display:block"'

const page = (fragment: string, number: number): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>payload ${number}</title></head><body>${fragment}`

type Make = (mark: Mark) => string

/** A payload that is put into the body of an otherwise empty page. */
export function inBody(tries: Payload['tries'], name: string, make: Make): Payload {
  return { name, tries, mediaType: 'text/html', bytes: (mark) => Buffer.from(page(make(mark), mark.number)) }
}

/** A payload that is a whole file. */
export function wholeFile(
  tries: Payload['tries'],
  name: string,
  make: (mark: Mark) => string | Buffer,
  mediaType: Payload['mediaType'] = 'text/html'
): Payload {
  return { name, tries, mediaType, bytes: (mark) => Buffer.from(make(mark)) }
}
