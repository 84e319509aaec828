import type { Package } from '#engine/extract/ooxml/open-package'

const MOST_LINES = 5000

/**
 * The text of a chart (titles, names of series and categories) or of a diagram (what stands in its shapes), a line each, every line
 * once. Numbers of a chart are in the workbook embedded with it.
 */
export function drawingText(opened: Package, part: string): string[] {
  const lines = new Set<string>()
  let text = ''
  let isText = false
  let isNumber = false
  const end = (): void => {
    const line = text.replace(/\s+/g, ' ').trim()
    if (line !== '' && lines.size < MOST_LINES) lines.add(line)
    text = ''
  }
  opened.readNow(part, {
    open: (name) => {
      if (name === 'c:numCache' || name === 'c:numLit') isNumber = true
      isText = name === 'a:t' || (name === 'c:v' && !isNumber) || isOtherText(name)
      if (name === 'a:br') text += ' '
    },
    text: (piece) => {
      if (isText) text += piece
    },
    close: (name) => {
      isText = false
      if (name === 'c:numCache' || name === 'c:numLit') isNumber = false
      if (name === 'a:p' || name === 'c:v' || isOtherText(name)) end()
    }
  })
  return [...lines]
}

/** Charts of newer kinds (waterfall, sunburst …) write their data in a namespace of their own. */
function isOtherText(name: string): boolean {
  return name === 'other:pt' || name === 'other:v'
}
