import { Drawings } from '#engine/extract/ooxml/drawings'
import type { Package } from '#engine/extract/ooxml/open-package'
import type { Block } from '#shared/model/block'

/** What lies on a sheet: text boxes, pictures, texts of charts and diagrams. `unseen` takes descriptions of what is not shown. */
export function sheetDrawing(opened: Package, sheet: string, unseen: (text: string) => void): Block[] {
  const blocks: Block[] = []
  for (const part of opened.related(sheet, 'drawing')) {
    const drawings = new Drawings({
      opened,
      part,
      shown: (shown) => {
        for (const block of shown) blocks.push(block)
      },
      unseen
    })
    const opening = new Map(drawings.openings())
    let text = ''
    let isText = false
    opened.readNow(part, {
      open: (name, attributes) => {
        isText = name === 'a:t'
        if (name === 'a:br') text += '\n'
        opening.get(name)?.(attributes)
      },
      text: (piece) => {
        if (isText) text += piece
      },
      close: (name) => {
        isText = false
        if (name === 'a:p') {
          if (text.trim() !== '') blocks.push({ kind: 'paragraph', text: text.trim(), role: 'text-box' })
          text = ''
        } else if (name === 'other:sp' || name === 'other:pic' || name === 'other:graphicFrame') drawings.end()
      }
    })
  }
  return blocks
}
