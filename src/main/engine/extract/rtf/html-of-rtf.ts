import { scanRtf } from '#engine/extract/rtf/rtf-scanner'

/** Groups of the head of the document, whose text is not its own. */
const NOT_TEXT = new Set('fonttbl colortbl stylesheet info pntext pict listtext'.split(' '))
/** Words by which mail programs say that the document was a page once; they stand near the beginning. */
const FROM_HTML = /\\fromhtml1\b/
const HEAD_BYTES = 4096

const LINE = '\r\n'

type Group = { isTag: boolean; isLeftOut: boolean; isRtfOnly: boolean }

/**
 * The page inside a document that mail programs have wrapped in RTF (MS-OXRTFEX), as it was written; undefined for a document that never
 * was one. Never fails. Cost: linear.
 */
export function htmlOfRtf(bytes: Uint8Array): string | undefined {
  if (!FROM_HTML.test(Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1'))) return undefined
  const parts: string[] = []
  const groups: Group[] = []
  let group: Group = { isTag: false, isLeftOut: false, isRtfOnly: false }
  const write = (text: string): void => {
    if (!group.isLeftOut && (group.isTag || !group.isRtfOnly)) parts.push(text)
  }
  const sink = {
    open: () => {
      groups.push(group)
    },
    close: () => {
      group = groups.pop() ?? group
    },
    word: (name: string, value: number | undefined, isStarred: boolean) => {
      if (name === 'htmltag') group = { ...group, isTag: true }
      else if (name === 'htmlrtf') group = { ...group, isRtfOnly: value !== 0 }
      else if (name === 'par' || name === 'line') write(LINE)
      else if (name === 'tab') write('\t')
      else if (isStarred || NOT_TEXT.has(name)) group = { ...group, isLeftOut: true }
    },
    text: write,
    binary: () => undefined
  }
  scanRtf(bytes, sink, null)
  return parts.join('')
}
