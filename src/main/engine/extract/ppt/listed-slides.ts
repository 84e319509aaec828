import type { PersistObjects } from '#engine/extract/ppt/persist-objects'
import { childrenOf, type PptRecord, recordAt } from '#engine/extract/ppt/ppt-records'
import { masterTexts, type SlideText, stringsIn, textsOf } from '#engine/extract/ppt/slide-text'

/** Records by their numbers (MS-PPT, 2.13.24). */
const [DOCUMENT, SLIDE, NOTES, MASTER] = [0x03e8, 0x03ee, 0x03f0, 0x03f8]
const [SLIDE_LIST, SLIDE_PLACE, LINKS, MARGINS] = [0x0ff0, 0x03f3, 0x0409, 0x0fd9]
/** Lists of slides, masters and notes are told by their instance. */
const [SLIDES, MASTERS, NOTE_PAGES] = [0, 1, 2]
const LISTABLE: ReadonlySet<number> = new Set([SLIDE, NOTES, MASTER])

/** A slide, its id, and the texts that the list has for it. */
export type Listed = Readonly<{ record: PptRecord; id: number; outline: readonly SlideText[] }>

/** The slides of a file with their pages of notes. */
export type Slides = Readonly<{
  slides: readonly Listed[]
  notes: readonly Listed[]
  /** Text that no slide has for itself: on masters, of links, in headers and footers. */
  unseen: readonly string[]
  /** False when slides are missing, or when their order is lost. */
  isWhole: boolean
}>

/** The slides of a file in the order of its list; without one, all that lie in the stream, old states of them too. */
export function listedSlides(stream: Buffer, objects: PersistObjects): Slides {
  const place = objects.places.get(objects.document)
  const document = place === undefined ? undefined : recordAt(stream, place, stream.length)
  if (document?.type !== DOCUMENT) return strewnSlides(stream)
  const children = [...childrenOf(stream, document)]
  const lists = children.filter(({ type }) => type === SLIDE_LIST)
  const listed = (instance: number): Listed[] =>
    lists.filter((list) => list.instance === instance).flatMap((list) => entriesOf(stream, list, objects))
  const slides = listed(SLIDES)
  const stated = lists.filter(({ instance }) => instance === SLIDES).flatMap((list) => [...childrenOf(stream, list)])
  const masters = listed(MASTERS).flatMap(({ record }) => masterTexts(stream, record))
  const strings = children.filter(({ type }) => type === LINKS || type === MARGINS).flatMap((list) => stringsIn(stream, list))
  return {
    slides,
    notes: listed(NOTE_PAGES),
    unseen: [...masters, ...strings],
    isWhole: stated.filter(({ type }) => type === SLIDE_PLACE).length === slides.length
  }
}

/** The entries of a list: the place of each, then its texts. */
function placesIn(stream: Buffer, list: PptRecord): { head: PptRecord; texts: PptRecord[] }[] {
  const entries: { head: PptRecord; texts: PptRecord[] }[] = []
  for (const record of childrenOf(stream, list)) {
    if (record.type === SLIDE_PLACE) entries.push({ head: record, texts: [] })
    else entries.at(-1)?.texts.push(record)
  }
  return entries
}

function entriesOf(stream: Buffer, list: PptRecord, { places }: PersistObjects): Listed[] {
  const seen = new Set<number>()
  return placesIn(stream, list).flatMap(({ head, texts }) => {
    if (head.end - head.start < 16) return []
    const place = places.get(stream.readUInt32LE(head.start))
    const record = place === undefined ? undefined : recordAt(stream, place, stream.length)
    // No record is read twice, however many numbers lead to it.
    if (!record || seen.has(record.start) || !LISTABLE.has(record.type)) return []
    seen.add(record.start)
    return [{ record, id: stream.readUInt32LE(head.start + 12), outline: textsOf(stream, texts) }]
  })
}

function strewnSlides(stream: Buffer): Slides {
  const records = [...childrenOf(stream, { start: 0, end: stream.length })]
  const document = records.findLast(({ type }) => type === DOCUMENT)
  const list =
    document && [...childrenOf(stream, document)].find(({ type, instance }) => type === SLIDE_LIST && instance === SLIDES)
  const outlines = list ? placesIn(stream, list).map(({ texts }) => textsOf(stream, texts)) : []
  const slides = records.filter(({ type }) => type === SLIDE)
  // Texts of a list can be given to slides only where there are as many.
  const given = outlines.length === slides.length ? outlines : []
  const unseen = given.length === 0 ? outlines.flat().map(({ text }) => text) : []
  return {
    slides: slides.map((record, index) => ({ record, id: -1, outline: given[index] ?? [] })),
    notes: records.filter(({ type }) => type === NOTES).map((record) => ({ record, id: -1, outline: [] })),
    unseen,
    isWhole: false
  }
}
