// A booklet as an EPUB: two chapters and a picture.
import { dusk } from './pictures.mjs'
import { escaped, zip } from './zip.mjs'

const chapters = [
  [
    'Le verger d’en bas',
    [
      'Avant les travaux, il y avait là quarante-deux poiriers. Les familles de Mahrab venaient en octobre, avec des draps, et personne ne comptait.',
      'Depuis 1988 on n’y cueille plus rien. Le chemin est resté.'
    ]
  ],
  [
    'La lettre numéro 61',
    [
      'Elle tient en cinq lignes. Il demande son manteau d’hiver, en juillet.',
      'Sa mère a gardé l’enveloppe. Le cachet est presque effacé ; le numéro se lit encore.',
      'Document d’exemple, écrit pour les archives d’essai de Sanad. Les personnes, les lieux et les faits sont inventés.'
    ]
  ]
]

const page = (title, body) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="fr"><head><title>${escaped(title)}</title></head><body>${body}</body></html>`

/** A booklet in French, made as EPUB 3 wants it. */
export function booklet() {
  const items = chapters
    .map((_, at) => `<item id="c${at}" href="chapter-${at + 1}.xhtml" media-type="application/xhtml+xml"/>`)
    .join('')
  const spine = chapters.map((_, at) => `<itemref idref="c${at}"/>`).join('')
  const contents = chapters.map(([title], at) => `<li><a href="chapter-${at + 1}.xhtml">${escaped(title)}</a></li>`).join('')
  return zip([
    ['mimetype', 'application/epub+zip'],
    [
      'META-INF/container.xml',
      '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    ],
    [
      'book/package.opf',
      `<?xml version="1.0" encoding="UTF-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:example:verger</dc:identifier><dc:title>Le verger d’en bas</dc:title><dc:creator>Comité Mémoire et Vérité (exemple)</dc:creator><dc:language>fr</dc:language><dc:date>2022-11-25</dc:date><meta property="dcterms:modified">2022-11-25T00:00:00Z</meta></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>${items}<item id="dusk" href="dusk.png" media-type="image/png"/></manifest><spine>${spine}</spine></package>`
    ],
    ['book/nav.xhtml', page('Le verger d’en bas', `<nav epub:type="toc"><ol>${contents}</ol></nav>`)],
    ...chapters.map(([title, paragraphs], at) => [
      `book/chapter-${at + 1}.xhtml`,
      page(
        title,
        `<h1>${escaped(title)}</h1>${at === 0 ? '<p><img src="dusk.png" alt="Le verger au crépuscule"/></p>' : ''}${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('')}`
      )
    ]),
    ['book/dusk.png', dusk()]
  ])
}
