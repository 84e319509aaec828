import type { Package } from '#engine/extract/ooxml/open-package'
import { cellString } from '#engine/extract/xlsx/cell-string'

/** The texts that cells refer to by their numbers. Readings of Chinese characters are left out. */
export async function sharedStrings(opened: Package, part: string | undefined): Promise<readonly string[]> {
  const strings: string[] = []
  if (part === undefined) return strings
  let text = ''
  let isText = false
  let isReading = false
  await opened.read(part, {
    open: (name) => {
      if (name === 's:si') text = ''
      else if (name === 's:rPh') isReading = true
      else if (name === 's:t') isText = !isReading
    },
    text: (piece) => {
      if (isText) text += piece
    },
    close: (name) => {
      if (name === 's:t') isText = false
      else if (name === 's:rPh') isReading = false
      else if (name === 's:si') strings.push(cellString(text))
    }
  })
  return strings
}
