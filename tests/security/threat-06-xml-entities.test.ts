/** Threat 6: XML that names files of the reader, and XML that grows when it is read. */
import { expect, test } from 'vitest'
import { epubFile, XHTML } from '#tests/support/epub-file'
import { GIB, importHostile, named } from '#tests/support/hostile/import-hostile'
import { docxFile } from '#tests/support/office/docx-file'
import { zipFile } from '#tests/support/zip-file'

const OUTSIDE = '<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "file:///etc/hostname">%p;'
const LAUGHS = `<!ENTITY l0 "lol">${Array.from({ length: 10 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')}`
const declared = (name: string, entities: string): string => `<?xml version="1.0"?><!DOCTYPE ${name} [${entities}]>`

const chapter = (entities: string, entity: string): string =>
  XHTML.replace('<!DOCTYPE html>', `<!DOCTYPE html [${entities}]>`).concat(
    `<head><title>Chapter</title></head><body><p>The heron ${entity} here.</p></body></html>`
  )
/** A Word file whose document begins with these declarations. */
function docx(entities: string, entity: string): Buffer {
  const body = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>The heron ${entity}</w:t></w:r></w:p></w:body></w:document>`
  return docxFile('', { parts: [{ name: 'word/document.xml', content: declared('d', entities) + body }] })
}
const svg = (entities: string, entity: string): string =>
  `${declared('svg', entities)}<svg xmlns="http://www.w3.org/2000/svg"><text>The heron ${entity}</text></svg>`
const flat = (entities: string, entity: string): string =>
  `${declared('office:document', entities)}<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>The heron ${entity}</text:p></office:text></office:body></office:document>`
const odt = (entities: string): Buffer =>
  zipFile([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', method: 'stored' },
    { name: 'content.xml', content: flat(entities, '&x;') }
  ])

test('threat 06: entities neither reach for files nor grow', async () => {
  const { archive, codes, receipt, holding, peakBytes } = await importHostile({
    ...named('entities.docx'),
    'outside.docx': docx(OUTSIDE, '&x;'),
    'laughs.docx': docx(LAUGHS, '&l10;'),
    'outside.epub': epubFile({ chapters: { 'one.xhtml': chapter(OUTSIDE, '&x;') } }),
    'laughs.epub': epubFile({ chapters: { 'one.xhtml': chapter(LAUGHS, '&l10;') } }),
    'outside.svg': svg(OUTSIDE, '&x;'),
    'laughs.svg': svg(LAUGHS, '&l10;'),
    'outside.fodt': flat(OUTSIDE, '&x;'),
    'laughs.fodt': flat(LAUGHS, '&l10;'),
    'outside.odt': odt(OUTSIDE),
    'outside.xml': `${declared('a', OUTSIDE)}<a>&x;</a>`,
    'laughs.xml': `${declared('a', LAUGHS)}<a>&l10;</a>`,
    'outside.webarchive': `<?xml version="1.0"?><!DOCTYPE plist [${OUTSIDE}]><plist version="1.0"><dict><key>WebMainResource</key><string>&x;</string></dict></plist>`
  })
  expect(receipt.state).toBe('finished')
  for (const word of ['root', 'nologin', 'daemon']) expect(holding(word), word).toEqual([])
  const texts = archive.db.prepare('SELECT max(length(chunks)) FROM document_text').pluck().get()
  expect(Number(texts)).toBeLessThan(100_000)
  expect([...codes.values()].filter((code) => ['timed-out', 'out-of-memory', 'reader-crashed'].includes(code))).toEqual([])
  expect(holding('kingfisher')).toEqual(['zz good.txt'])
  if (process.platform === 'linux') expect(peakBytes).toBeLessThan(GIB)
})
