/** Documents that tell who made them, where and with what, in every place that their formats have for it. */
import { odfFile } from '#tests/support/odf-file'
import { SECRETS, tellingJpeg, xmpPacket } from '#tests/support/telling-pictures'
import { zipFile } from '#tests/support/zip-file'

/** Info, XMP, an id, a comment with its author, private data, a photograph with EXIF, an attached file, and an earlier version below. */
export function tellingPdf(): Buffer {
  const jpeg = tellingJpeg()
  const xmp = Buffer.from(xmpPacket())
  const content = 'BT /F 18 Tf 60 500 Td (What is on the page stays.) Tj ET'
  const stream = (dict: string, bytes: Buffer | string): Buffer =>
    Buffer.concat([Buffer.from(`<<${dict}/Length ${bytes.length}>> stream\n`), Buffer.from(bytes), Buffer.from('\nendstream')])
  const attached = Buffer.from('attached text')
  const objects: [number, Buffer | string][] = [
    [
      1,
      '<</Type/Catalog/Pages 2 0 R/Metadata 5 0 R/PieceInfo<</Leaky<</Private(LEAK)>>>>/Names<</EmbeddedFiles<</Names[(a.txt) 12 0 R]>>>>>>'
    ],
    [2, '<</Type/Pages/Count 1/Kids[10 0 R]/MediaBox[0 0 420 595]>>'],
    [3, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'],
    [4, `<</Author(${SECRETS.person})/Producer(${SECRETS.program})/Creator(${SECRETS.home})/CreationDate(D:20220916101112Z)>>`],
    [5, stream('/Type/Metadata/Subtype/XML', xmp)],
    [6, stream('/Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode', jpeg)],
    [
      7,
      `<</Type/Annot/Subtype/Text/Rect[10 10 20 20]/Contents(Please check)/T(${SECRETS.person})/M(D:20220916)/NM(${SECRETS.serial})>>`
    ],
    [8, `<</Title(${SECRETS.note})/Author(${SECRETS.person})/Old true>>`],
    [
      10,
      '<</Type/Page/Parent 2 0 R/Contents 11 0 R/Annots[7 0 R]/LastModified(D:20220916)/Resources<</Font<</F 3 0 R>>/XObject<</P 6 0 R>>>>>>'
    ],
    [11, stream('', content)],
    [12, `<</Type/Filespec/F(${SECRETS.home}/a.txt)/UF(${SECRETS.home}/a.txt)/EF<</F 13 0 R>>>>`],
    [13, stream('/Type/EmbeddedFile/Params<</ModDate(D:20220916)/Size 13/CheckSum(x)>>', attached)]
  ]
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  let at = 9
  const rows: string[] = []
  for (const [number, object] of objects) {
    const bytes = Buffer.concat([Buffer.from(`${number} 0 obj `), Buffer.from(object), Buffer.from(' endobj\n')])
    rows.push(`${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`)
    parts.push(bytes)
    at += bytes.length
  }
  const table = `xref\n0 1\n0000000000 65535 f \n${rows.join('')}`
  const trailer = `trailer <</Size 14/Root 1 0 R/Info 4 0 R/ID[<aa><bb>]>>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(table + trailer)])
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const xml = (body: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`
const links = (...rows: readonly (readonly [id: string, type: string, target: string, external?: boolean])[]): string =>
  xml(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows
      .map(
        ([id, type, target, external]) =>
          `<Relationship Id="${id}" Type="${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`
      )
      .join('')}</Relationships>`
  )
const CORE = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'

const properties = {
  'docProps/core.xml': xml(
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:creator>${SECRETS.person}</dc:creator><cp:lastModifiedBy>${SECRETS.user}</cp:lastModifiedBy><dcterms:created>2022-09-16T10:11:12Z</dcterms:created></cp:coreProperties>`
  ),
  'docProps/app.xml': xml(
    `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Template>${SECRETS.home}/letter.dotx</Template><Application>${SECRETS.program}</Application><Company>${SECRETS.person}</Company></Properties>`
  ),
  'docProps/thumbnail.jpeg': `thumbnail ${SECRETS.note}`
}

const packed = (parts: Readonly<Record<string, string | Buffer>>): Buffer =>
  zipFile(Object.entries(parts).map(([name, content]) => ({ name, content })))

const types = (overrides: string): string =>
  xml(
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/>${overrides}</Types>`
  )

/** A letter with properties, sessions, a comment, tracked changes, a template on a disk, a photograph with EXIF, and people. */
export function tellingDocx(): Buffer {
  const part = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  return packed({
    '[Content_Types].xml': types(
      `<Override PartName="/word/document.xml" ContentType="${part}.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/word/comments.xml" ContentType="${part}.comments+xml"/>`
    ),
    '_rels/.rels': links(
      ['r1', `${TYPE}/officeDocument`, 'word/document.xml'],
      ['r2', CORE, 'docProps/core.xml'],
      ['r3', `${TYPE}/extended-properties`, 'docProps/app.xml'],
      ['r4', 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail', 'docProps/thumbnail.jpeg']
    ),
    ...properties,
    'word/document.xml': xml(
      `<w:document ${W} ${R}><!-- ${SECRETS.home} --><w:body><w:p w:rsidR="00A77B3E"><w:r><w:t>What is written stays &amp; is read.</w:t></w:r><w:ins w:id="1" w:author="${SECRETS.person}" w:date="2022-09-16T10:11:12Z"><w:r><w:t> Added.</w:t></w:r></w:ins><w:r><w:drawing><wp:docPr xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" id="1" name="P" descr="C:\\Users\\${SECRETS.user}\\Pictures\\gate.jpg"/></w:drawing></w:r></w:p></w:body></w:document>`
    ),
    'word/_rels/document.xml.rels': links(
      ['r1', `${TYPE}/comments`, 'comments.xml'],
      ['r2', `${TYPE}/settings`, 'settings.xml'],
      ['r3', `${TYPE}/image`, 'media/image1.jpeg'],
      ['r4', `${TYPE}/hyperlink`, `file:///${SECRETS.home}/b.docx`, true],
      ['r5', 'http://schemas.microsoft.com/office/2011/relationships/people', 'people.xml'],
      ['r6', `${TYPE}/customXml`, '../customXml/item1.xml']
    ),
    'word/comments.xml': xml(
      `<w:comments ${W}><w:comment w:id="0" w:author="${SECRETS.person}" w:initials="JW" w:date="2022-09-16T10:11:12Z"><w:p><w:r><w:t>Check the date</w:t></w:r></w:p></w:comment></w:comments>`
    ),
    'word/settings.xml': xml(
      `<w:settings ${W} ${R}><w:attachedTemplate r:id="r1"/><w:rsids><w:rsidRoot w:val="00A77B3E"/></w:rsids></w:settings>`
    ),
    'word/_rels/settings.xml.rels': links([
      'r1',
      `${TYPE}/attachedTemplate`,
      `file:///C:\\Users\\${SECRETS.user}\\letter.dotx`,
      true
    ]),
    'word/people.xml': xml(
      `<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="${SECRETS.person}"><w15:presenceInfo w15:providerId="AD" w15:userId="${SECRETS.user}"/></w15:person></w15:people>`
    ),
    'customXml/item1.xml': xml(`<a>${SECRETS.user}</a>`),
    'word/media/image1.jpeg': tellingJpeg()
  })
}

/** A workbook with the place of the file, the printer, who may write to it, and comments. */
export function tellingXlsx(): Buffer {
  const part = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  return packed({
    '[Content_Types].xml': types(
      `<Default Extension="bin" ContentType="application/octet-stream"/><Override PartName="/xl/workbook.xml" ContentType="${part}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${part}.worksheet+xml"/>`
    ),
    '_rels/.rels': links(
      ['r1', `${TYPE}/officeDocument`, 'xl/workbook.xml'],
      ['r2', CORE, 'docProps/core.xml'],
      ['r3', `${TYPE}/extended-properties`, 'docProps/app.xml']
    ),
    ...properties,
    'xl/workbook.xml': xml(
      `<workbook ${S} ${R}><fileSharing userName="${SECRETS.person}"/><x15ac:absPath xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" url="${SECRETS.home}/"/><sheets><sheet name="Names" sheetId="1" r:id="r1"/></sheets></workbook>`
    ),
    'xl/_rels/workbook.xml.rels': links(['r1', `${TYPE}/worksheet`, 'worksheets/sheet1.xml']),
    'xl/worksheets/sheet1.xml': xml(
      `<worksheet ${S} ${R}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>What is written stays</t></is></c></row></sheetData><pageSetup orientation="portrait" r:id="r1"/></worksheet>`
    ),
    'xl/worksheets/_rels/sheet1.xml.rels': links(
      ['r1', `${TYPE}/printerSettings`, '../printerSettings/printerSettings1.bin'],
      ['r2', `${TYPE}/comments`, '../comments1.xml']
    ),
    'xl/printerSettings/printerSettings1.bin': `\\\\${SECRETS.user}\\printer`,
    'xl/comments1.xml': xml(
      `<comments ${S}><authors><author>${SECRETS.person}</author></authors><commentList><comment ref="A1" authorId="0"><text><t>Check</t></text></comment></commentList></comments>`
    )
  })
}

/** A text with metadata, settings of a printer, a thumbnail, a comment, sessions, a link to a disk and a photograph with EXIF. */
export function tellingOdt(): Buffer {
  return odfFile({
    body: `<text:p>What is written stays &amp; is read.<office:annotation><dc:creator>${SECRETS.person}</dc:creator><dc:date>2022-09-16T10:11:12</dc:date><meta:creator-initials>JW</meta:creator-initials><text:p>Check</text:p></office:annotation><text:a xlink:href="file://${SECRETS.home}/b.odt">see</text:a><text:file-name>${SECRETS.home}/a.odt</text:file-name></text:p>`,
    styles:
      '<style:style style:name="P1" style:family="paragraph"><style:text-properties xmlns:officeooo="http://openoffice.org/2009/office" officeooo:rsid="00a77b3e"/></style:style>',
    meta: `<meta:initial-creator>${SECRETS.person}</meta:initial-creator><dc:creator>${SECRETS.user}</dc:creator><meta:generator>${SECRETS.program}</meta:generator><meta:user-defined meta:name="Place">${SECRETS.home}</meta:user-defined>`,
    parts: {
      'settings.xml': xml(`<a printer="${SECRETS.user}"/>`),
      'Thumbnails/thumbnail.png': `thumbnail ${SECRETS.note}`,
      'Pictures/1.jpg': tellingJpeg()
    },
    manifest:
      '<manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="Pictures/1.jpg" manifest:media-type="image/jpeg"/>'
  })
}
