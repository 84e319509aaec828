/** Every way out of a page that we know of, each leading to a listener of its own on this machine, so that what gets out is named. */
import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'

const OVER_TCP = [
  'preconnect',
  'prefetch',
  'preload',
  'modulepreload',
  'stylesheet',
  'icon',
  'manifest',
  'css-import',
  'css-background',
  'font',
  'meta-refresh',
  'script',
  'speculation',
  'img',
  'srcset',
  'picture',
  'video',
  'poster',
  'audio',
  'track',
  'iframe',
  'object',
  'embed',
  'svg-image',
  'svg-use',
  'form',
  'link',
  'ping',
  'fetch',
  'xhr',
  'websocket',
  'eventsource',
  'beacon',
  'worker',
  'turn',
  'window-open',
  'location'
] as const
const OVER_UDP = ['stun'] as const

export type Probe = (typeof OVER_TCP)[number] | (typeof OVER_UDP)[number]

export type Probes = Readonly<{
  /** How many ways are tried. */
  tried: number
  /** Those that were reached so far. */
  reached: () => Probe[]
  forget: () => void
  /** A page that tries them all, by markup and by script. */
  page: string
  close: () => void
}>

/** A host name the page asks for, which no listener answers; it must not even be looked up. */
export const PROBED_HOST = 'probe.test'

/** Starts the listeners, on loopback only. */
export async function startProbes(): Promise<Probes> {
  const hits = new Set<Probe>()
  const ports = new Map<Probe, number>()
  const closing: (() => void)[] = []
  for (const probe of OVER_TCP) {
    const server = createServer((socket) => {
      hits.add(probe)
      socket.on('error', () => socket.destroy())
      socket.on('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    if (address !== null && typeof address === 'object') ports.set(probe, address.port)
    closing.push(() => server.close())
  }
  for (const probe of OVER_UDP) {
    const socket = createSocket('udp4', () => hits.add(probe))
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
    ports.set(probe, socket.address().port)
    closing.push(() => socket.close())
  }
  return {
    tried: ports.size,
    reached: () => [...hits],
    forget: () => hits.clear(),
    page: hostilePage((probe) => `127.0.0.1:${ports.get(probe)}`),
    close: () => {
      for (const close of closing) close()
    }
  }
}

function hostilePage(host: (probe: Probe) => string): string {
  const url = (probe: Probe): string => `http://${host(probe)}/${probe}`
  return `<!doctype html><html><head><meta charset="utf-8">
<link rel="dns-prefetch" href="http://dns-prefetch.${PROBED_HOST}/"><link rel="preconnect" href="${url('preconnect')}">
<link rel="prefetch" href="${url('prefetch')}"><link rel="preload" as="image" href="${url('preload')}">
<link rel="modulepreload" href="${url('modulepreload')}"><link rel="stylesheet" href="${url('stylesheet')}">
<link rel="icon" href="${url('icon')}"><link rel="manifest" href="${url('manifest')}">
<style>@import url(${url('css-import')}); body { background: url(${url('css-background')}) }
@font-face { font-family: probe; src: url(${url('font')}) } p { font-family: probe }</style>
<meta http-equiv="refresh" content="3;url=${url('meta-refresh')}"><script src="${url('script')}"></script>
<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${url('speculation')}"]}]}</script></head>
<body><p>text</p><img src="${url('img')}"><img srcset="${url('srcset')} 1x"><picture><source srcset="${url('picture')}"><img></picture>
<video src="${url('video')}" poster="${url('poster')}" autoplay><track default src="${url('track')}"></video><audio src="${url('audio')}" autoplay></audio>
<iframe src="${url('iframe')}"></iframe><object data="${url('object')}"></object><embed src="${url('embed')}">
<svg><image href="${url('svg-image')}"/><use href="${url('svg-use')}#a"/></svg>
<form id="form" action="${url('form')}" target="_blank"><input name="a"></form><a id="link" href="${url('link')}" ping="${url('ping')}">link</a>
<script>
window.scriptRan = true
const attempt = (way) => { try { way() } catch {} }
attempt(() => fetch('${url('fetch')}').catch(() => {}))
attempt(() => { const request = new XMLHttpRequest(); request.open('GET', '${url('xhr')}'); request.send() })
attempt(() => new WebSocket('ws://${host('websocket')}/'))
attempt(() => new EventSource('${url('eventsource')}'))
attempt(() => navigator.sendBeacon('${url('beacon')}', 'x'))
attempt(() => new Worker(URL.createObjectURL(new Blob(["fetch('${url('worker')}').catch(() => {})"]))))
attempt(() => {
  const connection = new RTCPeerConnection({ iceServers: [{ urls: 'stun:${host('stun')}' }, { urls: 'stun:stun.${PROBED_HOST}' },
    { urls: 'turn:${host('turn')}?transport=tcp', username: 'a', credential: 'b' }] })
  connection.createDataChannel('x')
  connection.createOffer().then((offer) => connection.setLocalDescription(offer))
})
setTimeout(() => attempt(() => document.getElementById('form').submit()), 400)
setTimeout(() => attempt(() => window.open('${url('window-open')}')), 800)
setTimeout(() => attempt(() => document.getElementById('link').click()), 1200)
setTimeout(() => attempt(() => { location = '${url('location')}' }), 2000)
</script></body></html>`
}
