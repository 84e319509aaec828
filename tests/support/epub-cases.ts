/** The golden cases of EPUB: what the files under `tests/fixtures/epub` are made of. */
import { containerOf, epubFile, XHTML } from '#tests/support/epub-file'
import { dotPicture } from '#tests/support/pictures'
import { zipFile } from '#tests/support/zip-file'

const DC = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `<dc:${name}>${value}</dc:${name}>`)
    .join('')

const encrypted = (method: string, path: string): string =>
  `<enc:EncryptedData><enc:EncryptionMethod Algorithm="${method}"/><enc:CipherData><enc:CipherReference URI="${path}"/></enc:CipherData></enc:EncryptedData>`

const encryption = (...data: readonly string[]): { name: string; content: string } => ({
  name: 'META-INF/encryption.xml',
  content: `<?xml version="1.0"?><encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">${data.join('')}</encryption>`
})

const AES = 'http://www.w3.org/2001/04/xmlenc#aes128-cbc'

/** EPUB 3 with everything a report has: cover in a drawing, sections, notes, pictures, empty elements, named entities. */
function report(): Buffer {
  return epubFile({
    metadata:
      DC({ language: 'en', publisher: 'Nehrin Documentation Centre', date: '2020-12-09', rights: 'Free to copy' }) +
      '<dc:title id="t1">The Darvan Wells</dc:title><meta refines="#t1" property="title-type">main</meta>' +
      '<dc:title id="t2">A report in two parts</dc:title><meta refines="#t2" property="title-type">subtitle</meta>' +
      '<dc:creator id="c1">Mira Solen</dc:creator><meta refines="#c1" property="role">aut</meta>' +
      '<dc:creator id="c2">Ilan Dorv</dc:creator><meta refines="#c2" property="role">trl</meta>' +
      '<dc:identifier id="id">urn:isbn:9780000000002</dc:identifier><dc:subject>water</dc:subject><dc:subject>displacement</dc:subject>' +
      '<dc:description>&lt;p&gt;What happened at the &lt;b&gt;wells&lt;/b&gt;.&lt;/p&gt;</dc:description>' +
      '<meta property="dcterms:modified">2020-12-10T08:00:00Z</meta>',
    chapters: {
      'cover.xhtml':
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image width="10" height="10" xlink:href="pictures/cover%20page.png"/></svg>',
      'one.xhtml':
        '<h2>Chapter One</h2><a id="p1"/><p>Anyone at the&nbsp;well saw three trucks<a epub:type="noteref" href="#n1">1</a>.</p><h3 id="s1">The first well</h3><p>It was <i/>dry &amp; <b>sealed</b>. <![CDATA[Sealed < 1979]]></p><p><img src="pictures/map.png" alt="Map of the wells"/></p><aside epub:type="footnote" id="n1"><p>Seen by two witnesses.</p></aside>',
      'two.xhtml': '<p>A chapter that has no heading of its own.</p>',
      'notes.xhtml': '<section epub:type="endnotes"><h1>Notes</h1><ol><li><p>Letter of 3 May.</p></li></ol></section>'
    },
    files: {
      'pictures/cover page.png': { type: 'image/png', content: dotPicture() },
      'pictures/map.png': { type: 'image/png', content: dotPicture() },
      'fonts/obfuscated.otf': { type: 'font/otf', content: 'not a font' }
    },
    references: { 'notes.xhtml': ' linear="no"' },
    navigation:
      '<ol><li><a href="one.xhtml">Chapter One</a><ol><li><a href="one.xhtml#s1">The first well</a></li></ol></li><li><a href="two.xhtml">Chapter Two: <span>after</span> the rain</a></li><li><a href="notes.xhtml">Notes</a></li></ol>',
    extra: [encryption(encrypted('http://www.idpf.org/2008/embedding', 'OEBPS/fonts/obfuscated.otf'))]
  })
}

/** EPUB 2 in Persian, its titles in paragraphs as converters write them. */
function persian(): Buffer {
  return epubFile({
    metadata: `${DC({ title: 'چاه‌های دروان', language: 'fa', creator: 'میرا سولن' })}<dc:date opf:event="modification">2021-01-01</dc:date><dc:date opf:event="publication">۱۳۹۹/۰۹/۱۹</dc:date>`,
    chapters: {
      'a.xhtml':
        '<p class="title">فصل یکم</p><p>روستا را سیل نبرد؛ پیش از سیل خالی شده بود.</p><p>از کاریز می‌نوشیدیم تا آن زمستان.</p>',
      'b.xhtml': '<p class="title">فصل دوم</p><p>چرخ‌های چاه‌ها را با سه کامیون بردند.</p>'
    },
    points:
      '<navPoint><navLabel><text>فصل یکم</text></navLabel><content src="a.xhtml"/></navPoint><navPoint><navLabel><text>فصل\n دوم</text></navLabel><content src="b.xhtml"/></navPoint>',
    spine: ' page-progression-direction="rtl"'
  })
}

/** Paths that lead out of the book, a spine that goes round, a table of contents that holds itself, entities in a chapter. */
function hostilePaths(): Buffer {
  const book = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Paths</dc:title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="up" href="../../../etc/passwd" media-type="application/xhtml+xml"/><item id="abs" href="/etc/passwd" media-type="application/xhtml+xml"/><item id="net" href="https://example.org/c.xhtml" media-type="application/xhtml+xml"/><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest><spine>${'<itemref idref="a"/><itemref idref="nav"/>'.repeat(500)}<itemref idref="up"/><itemref idref="abs"/><itemref idref="net"/><itemref idref="nothing"/></spine></package>`
  const bomb = `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "lol">${Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('')}]>`
  return zipFile(
    [
      { name: 'META-INF/container.xml', content: containerOf('book.opf') },
      { name: 'book.opf', content: book },
      { name: '../../escaped.xhtml', content: 'never read' },
      {
        name: 'a.xhtml',
        content: `${bomb}<html><body><h1>Entities</h1><p>Before &e9; after.</p><img src="../../../etc/passwd.png" alt="outside"/><img src="https://example.org/a.png" alt="elsewhere"/></body></html>`
      },
      {
        name: 'nav.xhtml',
        content: `${XHTML}<body><nav epub:type="toc"><ol><li><a href="nav.xhtml">Itself</a></li></ol></nav></body></html>`
      }
    ].map((entry) => ({ ...entry, method: 'stored' as const }))
  )
}

/** No container and no type, one chapter missing, the package cut off in its spine, a chapter in an old character set. */
function damaged(): Buffer {
  const book =
    '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Carnet de Nehrin</dc:title><dc:language>fr</dc:language></metadata><manifest><item id="a" href="un.xhtml"/><item id="b" href="deux.xhtml"/></manifest><spine><itemref idref="b"/><itemref idref="a"/><itemref'
  const chapter = Buffer.from(
    '<?xml version="1.0" encoding="iso-8859-1"?><html><head><title>Un</title></head><body><h1>Premi\u00e8re lettre</h1><p>La rivi\u00e8re \u00e9tait basse, et le pont gard\u00e9.</p></body></html>',
    'latin1'
  )
  return zipFile([
    { name: 'Content/Book.OPF', content: book, method: 'stored' },
    { name: 'Content/UN.xhtml', content: chapter, method: 'stored' }
  ])
}

/** Chapters that nobody can read without the shop that sold them; one is free. */
const locked = (...paths: readonly string[]): Buffer =>
  epubFile({
    metadata: DC({ title: 'Bought, not owned', creator: 'A. Publisher' }),
    chapters: { 'a.xhtml': '<h1>One</h1><p>\u0012\u0001 garbage</p>', 'b.xhtml': '<h1>Two</h1><p>An open page.</p>' },
    extra: [encryption(...paths.map((path) => encrypted(AES, path)))]
  })

/** A chapter of one element inside another, deeper than any book. */
const deep = (): Buffer =>
  epubFile({
    metadata: DC({ title: 'Deep' }),
    chapters: {
      'a.xhtml': `${'<div>'.repeat(600)}<p>The heron at the bottom.</p>${'</div>'.repeat(600)}`,
      'b.xhtml': '<h1>After</h1><p>Goes on.</p>'
    }
  })

/** By the name of the case. */
export const EPUB_CASES: Readonly<Record<string, () => Buffer>> = {
  'report-with-notes': report,
  'persian-titles-in-paragraphs': persian,
  'hostile-paths-and-entities': hostilePaths,
  'damaged-package': damaged,
  'copy-protected': () => locked('OEBPS/a.xhtml', 'OEBPS/b.xhtml'),
  'copy-protected-in-part': () => locked('OEBPS/a.xhtml'),
  'nested-too-deep': deep
}
