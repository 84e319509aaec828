import type { Package } from '#engine/extract/ooxml/open-package'
import type { Block } from '#shared/model/block'

const MOST = 20_000

/** The names of those who made remarks, by their ids; classic and modern ones. */
export function commentAuthors(opened: Package, main: string): ReadonlyMap<string, string> {
  const authors = new Map<string, string>()
  for (const part of [...opened.related(main, 'commentAuthors'), ...opened.related(main, 'authors')]) {
    opened.readNow(part, {
      open: (name, { id, name: author }) => {
        if ((name === 'p:cmAuthor' || name === 'p188:author') && id !== undefined && author !== undefined) authors.set(id, author)
      }
    })
  }
  return authors
}

/** The remarks on a slide with who made them and when, replies behind what they answer. */
export function slideComments(opened: Package, slide: string, authors: ReadonlyMap<string, string>): Block[] {
  const blocks: Block[] = []
  const open: { by: string; text: string }[] = []
  const replies: Block[] = []
  let isText = false
  const end = (name: string): void => {
    const comment = open.pop()
    const text = comment?.text.replace(/\s+/g, ' ').trim() ?? ''
    const block: Block = { kind: 'paragraph', text: comment?.by ? `${comment.by}: ${text}` : text, role: 'comment' }
    if (name === REPLY) replies.push(block)
    // Replies are written before what they answer.
    else for (const one of [block, ...replies.splice(0)]) if (one.text !== '' && blocks.length < MOST) blocks.push(one)
  }
  for (const part of opened.related(slide, 'comments')) {
    opened.readNow(part, {
      open: (name, { authorId = '', dt, created }) => {
        if (REMARKS.has(name)) open.push({ by: signature(authors.get(authorId), dt ?? created), text: '' })
        isText = name === 'p:text' || name === 'a:t'
      },
      text: (piece) => {
        const comment = open.at(-1)
        if (isText && comment) comment.text += piece
      },
      close: (name) => {
        isText = false
        const comment = open.at(-1)
        if (name === 'a:p' && comment) comment.text += ' '
        if (REMARKS.has(name)) end(name)
      }
    })
  }
  return blocks
}

const REPLY = 'p188:reply'
const REMARKS = new Set(['p:cm', 'p188:cm', REPLY])

function signature(author: string | undefined, time: string | undefined): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(time ?? '')?.[0]
  return [author?.trim(), day].filter((part) => part).join(', ')
}
