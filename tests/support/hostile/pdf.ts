/** PDFs made to harm who opens them. */
import { packedFill } from '#tests/support/hostile/packed-fill'

/** A PDF of these objects, numbered from 1, the first being its catalogue; without a table of places, which readers then make. */
const pdf = (objects: readonly string[]): Buffer =>
  Buffer.from(
    `%PDF-1.4\n${objects.map((body, at) => `${at + 1} 0 obj\n${body}\nendobj\n`).join('')}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`,
    'latin1'
  )
const stream = (content: string, entries = ''): string =>
  `<< /Length ${content.length} ${entries}>>\nstream\n${content}\nendstream`

/** A page whose drawing instructions are five hundred megabytes of spaces. */
const bomb = (): Buffer => {
  const packed = Buffer.concat([Buffer.from([0x78, 0x9c]), packedFill(512, 0x20), Buffer.alloc(4)])
  return pdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>',
    stream(packed.toString('latin1'), '/Filter /FlateDecode ')
  ])
}

/** A tree of pages that holds itself, a contents list in a circle, and names that are their own kin. */
const circles = (): Buffer =>
  pdf([
    '<< /Type /Catalog /Pages 2 0 R /Outlines 3 0 R /Names << /EmbeddedFiles 5 0 R >> /AcroForm << /Fields [6 0 R] >> >>',
    '<< /Type /Pages /Kids [2 0 R 2 0 R 7 0 R] /Count 100000 /Parent 2 0 R >>',
    '<< /Type /Outlines /First 4 0 R /Last 4 0 R /Count 2147483647 >>',
    '<< /Title (needle) /Parent 3 0 R /First 4 0 R /Next 4 0 R /Dest [7 0 R] >>',
    '<< /Kids [5 0 R 5 0 R] /Names [(a) 6 0 R] >>',
    '<< /FT /Tx /T (a) /Kids [6 0 R] /Parent 6 0 R /V (needle) >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>'
  ])

/** Drawings that draw themselves and each other, sixteen times each. */
const drawings = (): Buffer => {
  const uses = (from: number): string => Array.from({ length: 16 }, () => `/X${from} Do `).join('')
  const forms = Array.from({ length: 8 }, (_, at) =>
    stream(
      `BT /F 12 Tf (needle) Tj ET ${uses(at + 1)}`,
      `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X${at + 1} ${5 + ((at + 1) % 8)} 0 R >> >> `
    )
  )
  return pdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1e9 1e9] /Contents 4 0 R /Resources << /XObject << /X0 5 0 R >> >> >>',
    stream('/X0 Do '),
    ...forms
  ])
}

const manyPages = (): Buffer =>
  pdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${'3 0 R '.repeat(40_000)}] /Count 40000 >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>'
  ])

const brackets = (): Buffer =>
  pdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /A ${'['.repeat(200_000)} >>`,
    stream(`${'[<<'.repeat(200_000)} ${'q '.repeat(500_000)} BT (needle) Tj ET`)
  ])

export const HOSTILE_PDFS: Readonly<Record<string, () => Buffer | string>> = {
  'bomb.pdf': bomb,
  'circles.pdf': circles,
  'drawings.pdf': drawings,
  'many pages.pdf': manyPages,
  'brackets.pdf': brackets
}
