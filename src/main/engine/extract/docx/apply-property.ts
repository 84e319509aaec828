import type { Paragraph } from '#engine/extract/docx/paragraph'
import { isOn } from '#engine/extract/docx/styles'
import type { Table } from '#engine/extract/ooxml/table'
import type { Attributes } from '#engine/extract/xml/read-xml'

/** Groups of properties, whose elements may be named like those of text. */
export const PROPERTY_GROUPS: ReadonlySet<string> = new Set([
  'w:rPr',
  'w:pPr',
  'w:trPr',
  'w:tcPr',
  'w:tblPr',
  'w:tblPrEx',
  'w:sectPr',
  'm:ctrlPr',
  'w:numPr'
])

/** Notes a property of the run, paragraph, row or cell that is open. `groups` are those it stands in, the outermost first. */
export function applyProperty(
  groups: readonly string[],
  name: string,
  attributes: Attributes,
  at: Readonly<{ paragraph: Paragraph | undefined; table: Table | undefined }>
): void {
  const [outer, inner] = groups
  const { paragraph, table } = at
  if (outer === 'w:rPr' && paragraph) ofRun(paragraph, name, attributes)
  // The properties of a paragraph hold those of its mark too, which is no text.
  else if (outer === 'w:pPr' && inner !== 'w:rPr' && paragraph) ofParagraph(paragraph, name, attributes)
  else if (outer === 'w:trPr' && table) ofRow(table, name, attributes)
  else if (outer === 'w:tcPr' && name === 'w:gridSpan') table?.span(Number(attributes['w:val']))
}

function ofRun({ run }: Paragraph, name: string, attributes: Attributes): void {
  if (name === 'w:b') run.bold = isOn(attributes)
  else if (name === 'w:i') run.italic = isOn(attributes)
  else if (name === 'w:bCs') run.complexBold = isOn(attributes)
  else if (name === 'w:iCs') run.complexItalic = isOn(attributes)
  else if (name === 'w:rtl' || name === 'w:cs') run.rtl = isOn(attributes)
  else if (name === 'w:vanish') run.hidden = isOn(attributes)
  else if (name === 'w:rStyle') run.style = attributes['w:val'] ?? ''
}

function ofParagraph(paragraph: Paragraph, name: string, attributes: Attributes): void {
  const value = attributes['w:val']
  if (name === 'w:pStyle') paragraph.style = value ?? ''
  else if (name === 'w:numId') paragraph.numId = value
  else if (name === 'w:ilvl') paragraph.level = Number(value)
  else if (name === 'w:outlineLvl') paragraph.outline = Number(value)
  else if (name === 'w:bidi') paragraph.bidi = isOn(attributes)
}

function ofRow(table: Table, name: string, attributes: Attributes): void {
  if (name === 'w:tblHeader' && isOn(attributes)) table.headerRow()
  else if (name === 'w:gridBefore') table.gridBefore(Number(attributes['w:val']))
  else if (name === 'w:ins') table.changed('inserted')
  else if (name === 'w:del') table.changed('deleted')
}
