import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findFormat } from '#engine/extract/formats'
import { readBytes, withFile } from '#engine/extract/read-file'
import { HEAD_BYTES } from '#engine/extract/recognise/media-type'
import { recogniseFile } from '#engine/extract/recognise/recognise-file'
import { plainFile } from '#engine/sealed/stored-file'
import { packageFile } from '#tests/support/office/package-file'
import { temporaryFolder } from '#tests/support/temporary'
import { type ZipEntry, zipFile } from '#tests/support/zip-file'

async function typeOf(bytes: Uint8Array, name = 'a.bin'): Promise<string> {
  const path = join(temporaryFolder(), 'a.bin')
  writeFileSync(path, bytes)
  return await withFile(plainFile(path), async (file) => await recogniseFile(file, readBytes(file, 0, HEAD_BYTES), name))
}

/** A package of nothing but a main part of this type. */
const office = (type: string, typesLast: boolean): Buffer =>
  packageFile(
    [{ name: 'main/part.xml', type, content: '<a/>' }],
    [{ from: '', id: 'r', type: 'officeDocument', target: 'main/part.xml' }],
    { typesLast }
  )

const OPEN = 'application/vnd.openxmlformats-officedocument.'
const MICROSOFT = 'application/vnd.ms-'

describe('the type of a package', () => {
  it.each([
    [`${OPEN}wordprocessingml.document.main+xml`, 'docx'],
    [`${OPEN}wordprocessingml.template.main+xml`, 'docx'],
    [`${MICROSOFT}word.document.macroEnabled.main+xml`, 'docx'],
    [`${MICROSOFT}word.template.macroEnabledTemplate.main+xml`, 'docx'],
    [`${OPEN}presentationml.presentation.main+xml`, 'pptx'],
    [`${OPEN}presentationml.slideshow.main+xml`, 'pptx'],
    [`${OPEN}presentationml.template.main+xml`, 'pptx'],
    [`${MICROSOFT}powerpoint.presentation.macroEnabled.main+xml`, 'pptx'],
    [`${MICROSOFT}powerpoint.slideshow.macroEnabled.main+xml`, 'pptx'],
    [`${MICROSOFT}powerpoint.template.macroEnabled.main+xml`, 'pptx'],
    [`${OPEN}spreadsheetml.sheet.main+xml`, 'xlsx'],
    [`${OPEN}spreadsheetml.template.main+xml`, 'xlsx'],
    [`${MICROSOFT}excel.sheet.macroEnabled.main+xml`, 'xlsx'],
    [`${MICROSOFT}excel.template.macroEnabled.main+xml`, 'xlsx'],
    [`${MICROSOFT}excel.addin.macroEnabled.main+xml`, 'xlsx'],
    [`${MICROSOFT}excel.sheet.binary.macroEnabled.main`, undefined]
  ])('is that of its main part: %s', async (type, format) => {
    for (const typesLast of [false, true]) {
      const mediaType = await typeOf(office(type, typesLast))
      expect(mediaType).not.toBe('application/zip')
      expect(findFormat(mediaType)).toBe(format)
    }
  })

  it('is told also where the list of types lies behind a long part', async () => {
    const long: ZipEntry[] = [
      { name: 'word/media/image1.png', content: Buffer.alloc(200_000, 'x'), method: 'stored' },
      { name: 'word/document.xml', content: '<a/>' },
      {
        name: '_rels/.rels',
        content:
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document.xml"/></Relationships>'
      },
      {
        name: '[Content_Types].xml',
        content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${OPEN}wordprocessingml.document.main+xml"/></Types>`
      }
    ]
    expect(findFormat(await typeOf(zipFile(long)))).toBe('docx')
  })

  it.each([
    [[{ name: 'word/document.xml', content: '<a/>' }]],
    [
      [
        { name: 'xl/workbook.xml', content: '<a/>' },
        { name: '[Content_Types].xml', content: 'no list' }
      ]
    ],
    [[{ name: 'letter.docx', content: 'x' }]]
  ] as const)('is that of an archive where nothing says more: %j', async (entries) => {
    expect(await typeOf(zipFile(entries))).toBe('application/zip')
  })
})
