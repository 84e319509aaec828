import { withPrefix } from '#engine/extract/blocks/with-prefix'
import type { RtfTime } from '#engine/extract/rtf/rtf-meta'
import type { RtfReader } from '#engine/extract/rtf/rtf-reader'
import type { RtfShape, RtfState } from '#engine/extract/rtf/rtf-state'
import type { Block, BlockRole } from '#shared/model/block'

type Begin = (reader: RtfReader, value: number | undefined) => void

/** Groups whose text nobody sees, and that say so without a star. */
const NOTHING =
  'colortbl filetbl listtable listoverridetable revtbl rsidtbl template private1 nextfile bkmkstart bkmkend ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn objdata objclass objname nonshppict shprslt pntxta pntxtb falt panose fontemb mmathPict atnid atnref atnparent atrfstart atrfend'.split(
    ' '
  )

/** Starred groups whose text is part of the document. */
const TEXT = 'shppict cs ds ts nesttableprops mmath moMath moMathPara txfieldtext'.split(' ')

const INFO = 'title subject author manager company operator category keywords doccomm'.split(' ')
const TIMES = 'creatim revtim printim buptim'.split(' ')
const HEADERS = 'header headerl headerr headerf'.split(' ')
const FOOTERS = 'footer footerl footerr footerf'.split(' ')
/** Entries of indexes and contents: hidden, but words. */
const ENTRIES = 'xe tc txe rxe'.split(' ')
/** What a drawn word of art says. */
const ART = 'gtextUNICODE'

const nothing: Begin = (reader) => reader.change({ goesTo: 'nothing' })

const BEGIN: ReadonlyMap<string, Begin> = new Map<string, Begin>([
  ...each(NOTHING, () => nothing),
  ...each(TEXT, () => () => undefined),
  ...each(
    INFO,
    (name) => (reader) => reader.state.goesTo === 'info' && captureInto(reader, (text) => reader.meta.set(name, text))
  ),
  ...each(TIMES, (name) => (reader) => reader.state.goesTo === 'info' && beginTime(reader, name)),
  ...each(HEADERS, () => (reader) => beginContainer(reader, 'header', (_, blocks) => reader.addMargin('header', blocks))),
  ...each(FOOTERS, () => (reader) => beginContainer(reader, 'footer', (_, blocks) => reader.addMargin('footer', blocks))),
  ...each(ENTRIES, () => (reader) => captureInto(reader, (text) => text.trim() !== '' && reader.flow.rest.push(text.trim()))),
  ['stylesheet', (reader) => reader.change({ goesTo: 'styles' })],
  ['info', (reader) => reader.change({ goesTo: 'info' })],
  ['version', (reader, value) => reader.state.goesTo === 'info' && reader.meta.set('version', String(value ?? ''))],
  ['generator', (reader) => captureInto(reader, (text) => reader.meta.set('generator', text))],
  ['upr', (reader) => reader.change({ goesTo: 'nothing', unicodeGoesTo: reader.state })],
  ['footnote', beginNote],
  ['ftnalt', (reader) => reader.flow.setRole('endnote')],
  ['atnauthor', (reader) => captureInto(reader, (text) => setAuthor(reader, text))],
  ['annotation', beginComment],
  ['atndate', (reader) => captureInto(reader, (text) => setDate(reader, text))],
  ['field', (reader) => reader.change({ field: { instruction: '' } })],
  ['fldinst', beginInstruction],
  ['fldrslt', (reader) => reader.change({ link: linkOf(reader.state.field?.instruction ?? '') ?? reader.state.link })],
  ['shptxt', (reader) => beginContainer(reader, 'text-box', addBeside)],
  ['dptxbxtext', (reader) => beginContainer(reader, 'text-box', addBeside)],
  ['shpinst', beginShape],
  ['do', beginShape],
  ['picprop', (reader) => reader.change({ goesTo: 'shape' })],
  ['sn', (reader) => captureInto(reader, (text) => nameProperty(reader.state.shape, text))],
  ['sv', (reader) => captureInto(reader, (text) => setProperty(reader, reader.state.shape, text))],
  ['pict', beginPicture],
  ['listtext', (reader) => captureInto(reader, (text) => setMarker(reader, text))],
  ['pntext', (reader) => captureInto(reader, (text) => setMarker(reader, text))]
])

function each(names: readonly string[], begin: (name: string) => Begin): [string, Begin][] {
  return names.map((name) => [name, begin(name)])
}

/** Begins the group that a word names; false for a word that names none. */
export function beginDestination(reader: RtfReader, name: string, value: number | undefined): boolean {
  const begin = BEGIN.get(name)
  if (begin) begin(reader, value)
  // Properties of formulas hold the characters of brackets and signs by name.
  else if (/^m[a-zA-Z]{1,20}Pr$/.test(name)) nothing(reader, value)
  else return false
  return true
}

function captureInto(reader: RtfReader, use: (text: string) => unknown): void {
  const capture: string[] = []
  reader.change({ goesTo: 'capture', capture })
  reader.onEnd(() => use(capture.join('')))
}

function beginTime(reader: RtfReader, name: string): void {
  const time: RtfTime = {}
  reader.change({ goesTo: 'info' })
  reader.openTime = time
  reader.onEnd(() => {
    reader.openTime = undefined
    reader.meta.setTime(name, time)
  })
}

/** Text of its own with its own paragraphs; `use` gets its blocks when the group has ended. */
function beginContainer(reader: RtfReader, role: BlockRole, use: (reader: RtfReader, blocks: Block[]) => void): void {
  if (reader.state.goesTo !== 'text' && reader.state.goesTo !== 'shape') {
    nothing(reader, undefined)
    return
  }
  if (!reader.flow.openContainer(role)) return
  reader.change({ goesTo: 'text', ...PLAIN, paragraph: { ...reader.state.paragraph, isInTable: false, tables: undefined } })
  reader.onEnd(() => {
    reader.endParagraph()
    use(reader, reader.flow.closeContainer())
  })
}

const PLAIN: Partial<RtfState> = { bold: false, italic: false, hidden: false, change: undefined, link: undefined }

const addBeside = (reader: RtfReader, blocks: Block[]): void => {
  for (const block of blocks) reader.flow.addBeside(block)
}

/** The mark of a note stands in the text and before the note, so that each finds the other. */
function beginNote(reader: RtfReader): void {
  if (reader.state.goesTo !== 'text') {
    nothing(reader, undefined)
    return
  }
  const mark = `[${++reader.notes}]`
  reader.write(mark)
  beginContainer(reader, 'footnote', (_, blocks) => reader.flow.addAfter(withPrefix(blocks, `${mark} `)))
}

function beginComment(reader: RtfReader): void {
  const author = reader.commentAuthor
  reader.commentAuthor = ''
  reader.commentDate = ''
  beginContainer(reader, 'comment', (_, blocks) => {
    const who = [author, reader.commentDate].filter((part) => part !== '').join(', ')
    reader.flow.addAfter(withPrefix(blocks, who === '' ? '' : `${who}: `))
  })
}

/** The day of a comment, packed into 32 bits (DTTM): five of them the day, four the month, nine the years since 1900. */
function setDate(reader: RtfReader, text: string): void {
  const packed = Number(text.trim())
  if (!Number.isInteger(packed)) return
  const [year, month, day] = [1900 + ((packed >>> 20) & 511), (packed >>> 16) & 15, (packed >>> 11) & 31]
  if (month < 1 || month > 12 || day < 1) return
  reader.commentDate = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function setAuthor(reader: RtfReader, text: string): void {
  reader.commentAuthor = text.trim()
}

function beginInstruction(reader: RtfReader): void {
  const outer = reader.state
  const { field } = outer
  captureInto(reader, (text) => {
    if (field) field.instruction += text
    reader.write(textOfEquation(text), outer)
  })
}

/** Fields of equations, by which programs also set letters above others, hold their text in the instruction. */
function textOfEquation(instruction: string): string {
  const [, equation] = /^\s*EQ\b(.{1,4000})/is.exec(instruction) ?? []
  if (equation === undefined) return ''
  return equation
    .replace(/\\\*\s?(?:"[^"]*"|\S*)/g, ' ')
    .replace(/\\[a-z]{1,4}\s?-?\d*/gi, ' ')
    .replace(/[()\s,;]+/g, ' ')
    .trim()
}

/** The address of a link's instruction; undefined for other fields and for places in the document itself. */
function linkOf(instruction: string): string | undefined {
  return /^\s*HYPERLINK\s+"([^"]{1,2000})"/i.exec(instruction.slice(0, 4000))?.[1]
}

function beginShape(reader: RtfReader): void {
  const shape: RtfShape = { name: '', description: '', pictures: [] }
  reader.change({ goesTo: 'shape', shape })
  reader.onEnd(() => {
    for (const resource of shape.pictures) reader.flow.addBeside({ kind: 'image', text: shape.description, resource })
    if (shape.pictures.length === 0 && shape.description !== '') reader.flow.rest.push(shape.description)
  })
}

function nameProperty(shape: RtfShape | undefined, text: string): void {
  if (shape) shape.name = text.trim()
}

function setProperty(reader: RtfReader, shape: RtfShape | undefined, text: string): void {
  const value = text.trim()
  if (!shape || value === '') return
  if (shape.name === 'wzDescription') shape.description = value
  else if (shape.name === ART) reader.flow.addBeside({ kind: 'paragraph', text: value, role: 'text-box' })
}

function beginPicture(reader: RtfReader): void {
  const outer = reader.state.shape
  const shape: RtfShape = { name: '', description: '', pictures: [] }
  const picture = reader.pictures.begin()
  reader.change({ goesTo: 'picture', shape })
  reader.onEnd(() => {
    reader.pictures.end()
    // What a shape is filled with is no picture of the document.
    const isFilling = outer?.name.endsWith('Blip') === true
    const resource = picture.mediaType === undefined || isFilling ? undefined : picture.key
    if (outer) {
      if (resource !== undefined) outer.pictures.push(resource)
      outer.description ||= shape.description
    } else if (resource !== undefined) reader.flow.addBeside({ kind: 'image', text: shape.description, resource })
    else if (shape.description !== '') reader.flow.rest.push(shape.description)
  })
}

function setMarker(reader: RtfReader, text: string): void {
  reader.flow.marker = text.replace(/\s+/g, ' ').trim()
}
