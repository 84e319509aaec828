// A page saved as one file, and two pages as a crawler captured them.
import { crc32 } from 'node:zlib'
import { map } from './pictures.mjs'

const lines = (...list) => list.join('\r\n')
const wrapped = (bytes) => bytes.toString('base64').replace(/.{76}/g, '$&\r\n')

const article = (title, paragraphs, picture) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="look.css"></head>
<body><nav><a href="/">The River Chronicle</a></nav><article><h1>${title}</h1>
${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}
<img src="${picture}" alt="Sketch map of Mahrab, the prison and the Lower Orchard">
</article><footer>Example page, written for the Sanad sample archive.</footer></body></html>
`
const look =
  'body { font-family: Georgia, serif; max-width: 40em; margin: 2em auto; } h1 { color: #0f5c63; } nav { border-bottom: 1px solid #ccc; }'

const orchard = [
  'On 4 September the families walked to the wall of the Lower Orchard for the fourteenth year in a row.',
  'The municipality has put up a sign that forbids flowers. A woman of eighty laid hers under it and went home.',
  'Drainage works, the province says. Nobody in Mahrab remembers water there.'
]

/** A newspaper page with its picture and style, as browsers save a page as one file. */
export function savedPage() {
  const address = 'https://chronicle.example.org/2022/the-sign-at-the-orchard'
  const part = (type, location, body) =>
    lines(
      '------page',
      `Content-Type: ${type}`,
      'Content-Transfer-Encoding: base64',
      `Content-Location: ${location}`,
      '',
      wrapped(body),
      ''
    )
  return lines(
    'From: <Saved by a browser>',
    `Snapshot-Content-Location: ${address}`,
    'Subject: The sign at the orchard',
    'Date: Mon, 5 Sep 2022 07:30:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="----page"',
    '',
    part(
      'text/html; charset=utf-8',
      address,
      Buffer.from(article('The sign at the orchard', orchard, 'https://chronicle.example.org/maps/mahrab.png'))
    ),
    part('text/css', 'https://chronicle.example.org/2022/look.css', Buffer.from(look)),
    part('image/png', 'https://chronicle.example.org/maps/mahrab.png', map()),
    '------page--',
    ''
  )
}

/** A UUID that is the same in every run. */
function recordId(address) {
  const hex = [0, 1, 2, 3].map((salt) => crc32(`${salt}${address}`).toString(16).padStart(8, '0')).join('')
  return `<urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}>`
}

function response(address, type, body) {
  const http = Buffer.concat([
    Buffer.from(lines('HTTP/1.1 200 OK', `Content-Type: ${type}`, `Content-Length: ${body.length}`, '', '')),
    body
  ])
  const head = lines(
    'WARC/1.1',
    'WARC-Type: response',
    `WARC-Record-ID: ${recordId(address)}`,
    'WARC-Date: 2023-09-01T12:00:00Z',
    `WARC-Target-URI: ${address}`,
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${http.length}`,
    '',
    ''
  )
  return Buffer.concat([Buffer.from(head), http, Buffer.from('\r\n\r\n')])
}

/** Two pages of one site with their picture and style, as a crawler keeps them (ISO 28500). */
export function capturedPages() {
  const site = 'https://memory.example.org'
  const info = Buffer.from('software: Sanad sample maker\r\nformat: WARC File Format 1.1\r\n')
  const head = lines(
    'WARC/1.1',
    'WARC-Type: warcinfo',
    `WARC-Record-ID: ${recordId('info')}`,
    'WARC-Date: 2023-09-01T12:00:00Z',
    'Content-Type: application/warc-fields',
    `Content-Length: ${info.length}`,
    '',
    ''
  )
  const silence = [
    'Families marked the summer of 1988 in silence. They stood for sixty-one minutes, one for each letter of Behnam K.',
    'No name was read aloud this year. The hall had been closed for repairs since the morning.'
  ]
  const page = (title, paragraphs) => Buffer.from(article(title, paragraphs, '/maps/mahrab.png'))
  return Buffer.concat([
    Buffer.from(head),
    info,
    Buffer.from('\r\n\r\n'),
    response(`${site}/silence`, 'text/html; charset=utf-8', page('Sixty-one minutes', silence)),
    response(`${site}/look.css`, 'text/css', Buffer.from(look)),
    response(`${site}/maps/mahrab.png`, 'image/png', map()),
    response(`${site}/orchard`, 'text/html; charset=utf-8', page('The wall of the Lower Orchard', orchard))
  ])
}
