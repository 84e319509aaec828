import type { Package } from '#engine/extract/ooxml/open-package'
import type { Block } from '#shared/model/block'

const MOST = 50_000
const DAY = /^\d{4}-\d{2}-\d{2}/

type Remark = { cell: string; author: string; day: string; text: string }

/** The names of those who made remarks in threads, by their ids. */
export function threadAuthors(opened: Package, main: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const part of opened.related(main, 'person')) {
    opened.readNow(part, {
      open: (name, { id, displayName }) => {
        if (name === 'tc:person' && id !== undefined && displayName !== undefined) names.set(id, displayName)
      }
    })
  }
  return names
}

/** The notes and threads of a sheet: each begins with its cell and who made it. */
export function sheetComments(opened: Package, sheet: string, people: ReadonlyMap<string, string>): Block[] {
  const threads = readRemarks(opened, opened.related(sheet, 'threadedComment'), 'tc:threadedComment', people)
  const threaded = new Set(threads.map(({ cell }) => cell))
  // A thread is kept a second time as a note for programs that know no threads, with a text that says so.
  const notes = readRemarks(opened, opened.related(sheet, 'comments'), 's:comment', people).filter(
    ({ cell }) => !threaded.has(cell)
  )
  return [...notes, ...threads].map(({ cell, author, day, text }): Block => {
    const by = text.startsWith(author) ? '' : [author, day].filter((part) => part !== '').join(', ')
    return { kind: 'paragraph', text: `${[cell, by].filter((part) => part !== '').join(', ')}: ${text}`, role: 'comment' }
  })
}

function readRemarks(opened: Package, parts: readonly string[], element: string, people: ReadonlyMap<string, string>): Remark[] {
  const remarks: Remark[] = []
  for (const part of parts) {
    const authors: string[] = []
    let remark: Remark | undefined
    let text = ''
    opened.readNow(part, {
      open: (name, { ref = '', authorId, personId, dT }) => {
        if (name === element) {
          const author = people.get(personId ?? '') ?? authors[Number(authorId)] ?? ''
          remark = { cell: ref, author: author.trim(), day: DAY.exec(dT ?? '')?.[0] ?? '', text: '' }
        }
        if (name === element || name === 's:author') text = ''
      },
      text: (piece) => {
        text += piece
      },
      close: (name) => {
        if (name === 's:author') authors.push(text)
        else if (name === element && remark) {
          remark.text = text.replace(/\s+/g, ' ').trim()
          if (remark.text !== '' && remarks.length < MOST) remarks.push(remark)
          remark = undefined
        }
      }
    })
  }
  return remarks
}
