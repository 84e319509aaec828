import type { Package } from '#engine/extract/ooxml/open-package'

const MOST = 500

/**
 * What masters and layouts write on every slide, such as a stamp: lines of shapes that are no places to be filled. The words that stand
 * in places ("Click to edit") are not among them.
 */
export function masterLines(opened: Package, main: string): string[] {
  const lines = new Set<string>()
  const masters = opened.related(main, 'slideMaster')
  for (const part of [...masters, ...masters.flatMap((master) => opened.related(master, 'slideLayout'))]) {
    let isPlace = false
    let isText = false
    let line = ''
    opened.readNow(part, {
      open: (name) => {
        if (name === 'p:sp') isPlace = false
        else if (name === 'p:ph') isPlace = true
        isText = name === 'a:t'
      },
      text: (piece) => {
        if (isText && !isPlace) line += piece
      },
      close: (name) => {
        isText = false
        if (name !== 'a:p') return
        if (line.trim() !== '' && lines.size < MOST) lines.add(line.trim())
        line = ''
      }
    })
  }
  return [...lines]
}
