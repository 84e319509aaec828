/**
 * A PDF of short pages, made by hand: one line of Latin text each. `null` is a page that the document names but does not have. `padding` bytes
 * of a stream that nothing uses make it as large as wanted.
 */
export function plainPdf(pages: readonly (string | null)[], { padding = 0 } = {}): Buffer {
  const kids = pages.map((_, index) => `${10 + index * 2} 0 R`).join(' ')
  const objects = [
    '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj',
    `2 0 obj <</Type/Pages/Count ${pages.length}/Kids[${kids}]/MediaBox[0 0 420 595]>> endobj`,
    '3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj',
    ...(padding > 0 ? [`4 0 obj <</Length ${padding}>> stream\n${'x'.repeat(padding)}\nendstream endobj`] : []),
    ...pages.flatMap((text, index) => (text === null ? [] : pageObjects(10 + index * 2, text)))
  ]
  let body = '%PDF-1.4\n'
  const places = new Map<number, number>()
  for (const object of objects) {
    places.set(Number.parseInt(object, 10), body.length)
    body += `${object}\n`
  }
  const rows = [...places].map(([number, at]) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 1\n0000000000 65535 f \n${rows}`
  return Buffer.from(
    `${body}${table}trailer <</Size ${10 + pages.length * 2}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1'
  )
}

function pageObjects(number: number, text: string): string[] {
  const content = `BT /F 18 Tf 60 500 Td (${text}) Tj ET`
  return [
    `${number} 0 obj <</Type/Page/Parent 2 0 R/Contents ${number + 1} 0 R/Resources<</Font<</F 3 0 R>>>>>> endobj`,
    `${number + 1} 0 obj <</Length ${content.length}>> stream\n${content}\nendstream endobj`
  ]
}
