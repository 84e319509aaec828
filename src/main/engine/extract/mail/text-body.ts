import { paragraphsOf } from '#engine/extract/text/text-paragraphs'
import type { Block } from '#shared/model/block'

/** Deeper quotes of quotes are shown at this depth. */
const DEEPEST_QUOTE = 12

/** How the lines of a text body are meant (RFC 3676): `isFlowed` lines end with a space where the paragraph goes on. */
export type LineFormat = Readonly<{ isFlowed: boolean; deletesSpace: boolean }>

type Line = { depth: number; text: string }

/** The blocks of a plain text body: quoted lines become quotes of their depth, flowed lines paragraphs. */
export function blocksOfMailText(text: string, format: LineFormat): Block[] {
  const blocks: Block[] = []
  let depth = 0
  let lines: string[] = []
  const end = (): void => {
    for (const paragraph of paragraphsOf(lines.join('\n'))) {
      const joined = paragraph.join('\n')
      blocks.push(depth === 0 ? { kind: 'paragraph', text: joined } : { kind: 'quote', level: depth, text: joined })
    }
    lines = []
  }
  for (const line of linesOf(text, format)) {
    if (line.depth !== depth) end()
    depth = line.depth
    lines.push(line.text)
  }
  end()
  return blocks
}

function* linesOf(text: string, { isFlowed, deletesSpace }: LineFormat): Generator<Line> {
  let open: { depth: number; pieces: string[] } | undefined
  const close = (): Line | undefined => {
    const line = open && { depth: open.depth, text: open.pieces.join('') }
    open = undefined
    return line
  }
  for (const raw of text.split(/\r\n|[\n\r]/)) {
    const { depth, text: line } = unquoted(raw, isFlowed)
    if (!isFlowed) {
      yield { depth, text: line }
      continue
    }
    const isSignature = line === '-- '
    if (open && (open.depth !== depth || isSignature)) {
      const before = close()
      if (before) yield before
    }
    open ??= { depth, pieces: [] }
    const goesOn = line.endsWith(' ') && !isSignature
    open.pieces.push(goesOn && deletesSpace ? line.slice(0, -1) : line)
    const whole = goesOn ? undefined : close()
    if (whole) yield whole
  }
  const last = close()
  if (last) yield last
}

/** Quote marks stand at the start of the line, each with or without a space after it; `>From` is a word with a guard before it. */
function unquoted(raw: string, isFlowed: boolean): Line {
  const marks = isFlowed ? /^>+/.exec(raw)?.[0] : /^>(?!From )(?: ?>)*/.exec(raw)?.[0]
  const depth = Math.min(marks?.replaceAll(' ', '').length ?? 0, DEEPEST_QUOTE)
  const rest = raw.slice(marks?.length ?? 0)
  return { depth, text: rest.startsWith(' ') && (isFlowed || depth > 0) ? rest.slice(1) : rest }
}
