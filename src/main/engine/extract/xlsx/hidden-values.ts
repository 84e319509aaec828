import type { Package } from '#engine/extract/ooxml/open-package'

const MOST_CHARACTERS = 2_000_000
const PARTS = /(?:^|\/)(?:pivotCache\/pivotCacheDefinition|externalLinks\/externalLink)[^/]*\.xml$/i

/**
 * Texts that a workbook keeps of data which may stand on none of its sheets: what pivot tables were made from, and copies of cells of
 * other workbooks. For search only.
 */
export function hiddenValues(opened: Package): string[] {
  const values = new Set<string>()
  let room = MOST_CHARACTERS
  const add = (value: string | undefined): void => {
    const text = value?.trim() ?? ''
    if (text === '' || room < text.length || !/\p{L}/u.test(text)) return
    room -= text.length
    values.add(text)
  }
  for (const name of opened.names().filter((part) => PARTS.test(part))) {
    let isValue = false
    opened.readNow(name, {
      open: (element, { v, name: field }) => {
        if (element === 's:s') add(v)
        else if (element === 's:cacheField') add(field)
        isValue = element === 's:v'
      },
      text: (text) => {
        if (isValue) add(text)
      },
      close: () => {
        isValue = false
      }
    })
  }
  return [...values]
}
