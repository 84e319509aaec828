import { childrenOf, everythingIn, type PptRecord } from '#engine/extract/ppt/ppt-records'

/** Records by their numbers (MS-PPT, 2.13.24). */
const [TEXT_KIND, WIDE_TEXT, BYTE_TEXT, OUTLINE_TEXT] = [0x0f9f, 0x0fa0, 0x0fa8, 0x0f9e]
const [TEXT_BOX, STRING, COMMENT] = [0xf00d, 0x0fba, 0x2ee0]
const [AUTHOR, SAID] = [0, 1]
const TITLES: ReadonlySet<number> = new Set([0, 6])
/** The kind of texts that stand in no place which slides fill. */
const OTHER_TEXT = 4

/** One text on a slide, with `\r` between its paragraphs. */
export type SlideText = Readonly<{ text: string; kind: number; isTitle: boolean }>

/** The texts among these records; the kind of each stands before it. */
export function textsOf(stream: Buffer, records: Iterable<PptRecord>): SlideText[] {
  const found: SlideText[] = []
  let kind = OTHER_TEXT
  for (const { type, start, end } of records) {
    if (type === TEXT_KIND && end - start >= 4) kind = stream.readUInt32LE(start)
    else if (type === WIDE_TEXT || type === BYTE_TEXT) {
      const text = stream.toString(type === WIDE_TEXT ? 'utf16le' : 'latin1', start, end)
      found.push({ text, kind, isTitle: TITLES.has(kind) })
    }
  }
  return found
}

/** The texts of a slide or of notes in the order of its shapes, those of its outline where they stand. */
export function slideTexts(stream: Buffer, slide: PptRecord, outline: readonly SlideText[]): SlideText[] {
  const found: SlideText[] = []
  const used = new Set<SlideText>()
  for (const box of everythingIn(stream, slide)) {
    if (box.type !== TEXT_BOX) continue
    const records = [...childrenOf(stream, box)]
    for (const { type, start, end } of records) {
      const named = type === OUTLINE_TEXT && end - start >= 4 ? outline[stream.readUInt32LE(start)] : undefined
      if (!named || used.has(named)) continue
      used.add(named)
      found.push(named)
    }
    found.push(...textsOf(stream, records))
  }
  return [...outline.filter((text) => !used.has(text)), ...found]
}

/** What stands on a master besides the places for the texts of slides, such as "Click to edit". */
export function masterTexts(stream: Buffer, master: PptRecord): string[] {
  return slideTexts(stream, master, [])
    .filter(({ text, kind }) => kind === OTHER_TEXT && text.trim() !== '*')
    .map(({ text }) => text)
}

/** Comments on a slide, each with who made it. */
export function slideComments(stream: Buffer, slide: PptRecord): string[] {
  const comments: string[] = []
  for (const comment of everythingIn(stream, slide)) {
    if (comment.type !== COMMENT) continue
    let [author, said] = ['', '']
    for (const { type, instance, start, end } of childrenOf(stream, comment)) {
      if (type !== STRING) continue
      if (instance === AUTHOR) author = stream.toString('utf16le', start, end).trim()
      else if (instance === SAID) said = stream.toString('utf16le', start, end).trim()
    }
    if (said !== '') comments.push(author === '' ? said : `${author}: ${said}`)
  }
  return comments
}

/** Other strings in a container: names, addresses of links, headers and footers. */
export function stringsIn(stream: Buffer, container: PptRecord): string[] {
  return [...everythingIn(stream, container)].flatMap(({ type, start, end }) =>
    type === STRING ? [stream.toString('utf16le', start, end).replaceAll('\0', '').trim()] : []
  )
}
