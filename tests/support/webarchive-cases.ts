/** The golden cases of Safari's web archives: what the files under `tests/fixtures/webarchive` are made of. */
import { dotPicture } from '#tests/support/pictures'
import { binaryPlist, binaryPlistOf, collection, type PlistInput, textObject, xmlPlist } from '#tests/support/plist-file'

const STATEMENT =
  'The wells of Darvan were sealed in the winter of 1979, and the people of the lower village carried water from the river until spring.'

const resource = (url: string, type: string, content: string | Uint8Array, charset = 'UTF-8'): { [key: string]: PlistInput } => ({
  WebResourceURL: url,
  WebResourceMIMEType: type,
  WebResourceTextEncodingName: charset,
  WebResourceFrameName: '',
  WebResourceData: Buffer.from(content)
})

const SITE = 'https://darvan.example'

/** A page with style, picture and a frame that has a picture of its own. */
const saved: PlistInput = {
  WebMainResource: resource(
    `${SITE}/news/wells.html`,
    'text/html',
    `<!DOCTYPE html><html lang="en"><head><title>The wells</title><link rel="stylesheet" href="../main.css"></head><body><article><h1>The wells</h1><p>${STATEMENT}</p><p>${STATEMENT.replaceAll('wells', 'orchards')}</p><img src="/well.png" alt="A well"><img src="/lost.png" alt="Lost"></article><iframe src="/map"></iframe></body></html>`
  ),
  WebSubresources: [
    resource(`${SITE}/main.css`, 'text/css', 'h1 { background: url(well.png) }'),
    resource(`${SITE}/well.png`, 'image/png', dotPicture())
  ],
  WebSubframeArchives: [
    {
      WebMainResource: resource(
        `${SITE}/map`,
        'text/html',
        '<body><p>Words on the map of the lower village.</p><img src="/sign.png"></body>'
      ),
      WebSubresources: [resource(`${SITE}/sign.png`, 'image/png', dotPicture())]
    }
  ]
}

/** In Arabic, in an old character set that only the list names. */
const arabic: PlistInput = {
  WebMainResource: resource(
    `${SITE}/ar`,
    'text/html',
    Buffer.concat([
      Buffer.from('<html dir="rtl"><body><p>'),
      Buffer.from([
        0xd3, 0xcc, 0xe1, 0x20, 0xc7, 0xe1, 0xe3, 0xed, 0xc7, 0xe5, 0x20, 0xdd, 0xed, 0x20, 0xcf, 0xd1, 0xe6, 0xc7, 0xe4
      ]),
      Buffer.from('</p></body></html>')
    ]),
    'windows-1256'
  )
}

/** A list that holds itself, behind a page that can be read; as little as that is, nothing of it can be trusted. */
function cycle(): Buffer {
  const names = ['WebMainResource', 'WebSubframeArchives', 'WebResourceData', 'WebResourceURL', `${SITE}/`].map(textObject)
  return binaryPlistOf([
    collection('dictionary', [2, 3, 7, 1]),
    collection('array', [0, 0]),
    ...names,
    collection('dictionary', [4, 5, 8, 6]),
    Buffer.concat([Buffer.from([0x4b]), Buffer.from('<p>heron</p>').subarray(0, 11)])
  ])
}

/** By the name of the case. */
export const WEBARCHIVE_CASES: Readonly<Record<string, () => Buffer>> = {
  'page-with-frame': () => binaryPlist(saved),
  'in-xml': () => Buffer.from(xmlPlist(saved)),
  'arabic-charset-in-the-list': () => binaryPlist(arabic),
  'xml-cut-off': () => Buffer.from(xmlPlist(saved)).subarray(0, 1700)
}

/** A list that can not be read to its end. */
export const CYCLIC_WEBARCHIVE = cycle
