/** PowerPoint files (MS-PPT) written record by record, so that they can also be wrong. */

import { cfbFile } from '#tests/support/cfb-file'
import { u16, u32 } from '#tests/support/little-endian'

/** A record; one with a list inside is a container. */
export function pptRecord(type: number, content: Buffer | readonly Buffer[], { instance = 0, claimedLength = -1 } = {}): Buffer {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.concat(content)
  const version = (instance << 4) | (Buffer.isBuffer(content) ? 0 : 0xf)
  return Buffer.concat([u16(version), u16(type), u32(claimedLength < 0 ? bytes.length : claimedLength), bytes])
}

export type PptText = Readonly<{ text: string | Uint8Array; kind?: number; isInOutline?: boolean }>
export type PptSlide = Readonly<{
  texts: readonly PptText[]
  notes?: string
  comment?: Readonly<{ author: string; text: string }>
}>

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')
const string = (text: string, instance: number): Buffer => pptRecord(0x0fba, wide(text), { instance })
const textRecords = ({ text, kind = 4 }: PptText): Buffer[] => [
  pptRecord(0x0f9f, u32(kind)),
  typeof text === 'string' ? pptRecord(0x0fa0, wide(text)) : pptRecord(0x0fa8, Buffer.from(text))
]
const drawing = (boxes: readonly (readonly Buffer[])[]): Buffer =>
  pptRecord(0x040c, [
    pptRecord(0xf002, [
      pptRecord(
        0xf003,
        boxes.map((box) => pptRecord(0xf004, [pptRecord(0xf00d, box)]))
      )
    ])
  ])

function slideRecord({ texts, comment }: PptSlide): Buffer {
  const outline = texts.filter(({ isInOutline }) => isInOutline)
  const boxes = texts.map((text) => (text.isInOutline ? [pptRecord(0x0f9e, u32(outline.indexOf(text)))] : textRecords(text)))
  const said = comment ? [pptRecord(0x2ee0, [string(comment.author, 0), string(comment.text, 1)])] : []
  return pptRecord(0x03ee, [drawing(boxes), ...said])
}

const place = (number: number, id: number): Buffer =>
  pptRecord(0x03f3, Buffer.concat([u32(number), u32(0), u32(0), u32(id), u32(0)]))

/** `damage`: no list of places, edits that name each other for ever, or a document that is not there. */
export function pptFile(
  slides: readonly PptSlide[],
  { isLocked = false, damage = '' as '' | 'no-directory' | 'circle', link = '' } = {}
): Buffer {
  const id = (index: number): number => 256 + index
  const slideList = slides.flatMap(({ texts }, index) => [
    place(2 + index, id(index)),
    ...texts.filter(({ isInOutline }) => isInOutline).flatMap(textRecords)
  ])
  const notes = slides.flatMap(({ notes }, index) => (notes === undefined ? [] : [{ notes, slide: id(index) }]))
  const noteList = notes.map((_, index) => place(2 + slides.length + index, index))
  const links = link === '' ? [] : [pptRecord(0x0409, [pptRecord(0x0fd7, [string(link, 1)])])]
  const objects = [
    pptRecord(0x03e8, [...links, pptRecord(0x0ff0, slideList), pptRecord(0x0ff0, noteList, { instance: 2 })]),
    ...slides.map(slideRecord),
    ...notes.map(({ notes, slide }) =>
      pptRecord(0x03f0, [
        pptRecord(0x03f1, Buffer.concat([u32(slide), u32(0)])),
        drawing([textRecords({ text: notes, kind: 2 })])
      ])
    )
  ]
  const places: number[] = []
  let at = 0
  for (const object of objects) {
    places.push(at)
    at += object.length
  }
  const directory = pptRecord(0x1772, Buffer.concat([u32((objects.length << 20) | 1), ...places.map(u32)]))
  const edit = at + directory.length
  const before = damage === 'circle' ? edit : 0
  const userEdit = pptRecord(
    0x0ff5,
    Buffer.concat([u32(0), u32(0), u32(before), u32(damage === 'no-directory' ? 0 : at), u32(1)])
  )
  const token = isLocked ? 0xf3d1c4df : 0xe391c05f
  return cfbFile([
    { path: 'PowerPoint Document', content: Buffer.concat([...objects, directory, userEdit]) },
    { path: 'Current User', content: Buffer.concat([u32(0), u32(0), u32(20), u32(token), u32(edit)]) }
  ])
}
