import type { OpenPdf } from '#engine/extract/pdf/open-pdf'

const POPUP = 16
const LINK = 2
const WIDGET = 20
const FILE_ATTACHMENT = 17
/** Kinds of form fields that hold what a person wrote or chose. */
const CHECK_BOX = 2
const RADIO_BUTTON = 3
const COMBO_BOX = 4
const LIST_BOX = 5
const TEXT_FIELD = 6
/** More notes on one page are not read. */
const MOST = 2000

/** What was written on a page after it was made: notes, and the values of its form fields with their names. `form` 0: it has no form. */
export function commentsOnPage(pdf: OpenPdf, page: number, form: number): string[] {
  const { call } = pdf.pdfium
  const comments: string[] = []
  const count = Math.min(call.FPDFPage_GetAnnotCount(page), MOST)
  for (let index = 0; index < count; index++) {
    const annotation = call.FPDFPage_GetAnnot(page, index)
    if (annotation === 0) continue
    const type = call.FPDFAnnot_GetSubtype(annotation)
    const text = type === WIDGET ? fieldText(pdf, annotation, form) : noteText(pdf, annotation, type)
    // Each button of a group has the value of the group.
    if (text !== '' && !comments.includes(text)) comments.push(text)
    call.FPDFPage_CloseAnnot(annotation)
  }
  return comments
}

function noteText(pdf: OpenPdf, annotation: number, type: number): string {
  if (type === POPUP || type === LINK) return ''
  const contents = stringOf(pdf, annotation, 'Contents')
  if (contents === '') return ''
  const author = type === FILE_ATTACHMENT ? '' : stringOf(pdf, annotation, 'T')
  return author === '' ? contents : `${author}: ${contents}`
}

function stringOf({ pdfium: { call }, heap }: OpenPdf, annotation: number, key: string): string {
  const name = heap.put(Buffer.from(`${key}\0`, 'latin1'))
  const value = heap.text((address, room) => call.FPDFAnnot_GetStringValue(annotation, name, address, room))
  call.free(name)
  return tidy(value)
}

function fieldText(pdf: OpenPdf, annotation: number, form: number): string {
  const { call } = pdf.pdfium
  if (form === 0) return ''
  const type = call.FPDFAnnot_GetFormFieldType(form, annotation)
  const read = (get: (form: number, annotation: number, address: number, room: number) => number): string =>
    tidy(pdf.heap.text((address, room) => get(form, annotation, address, room)))
  const name = read(call.FPDFAnnot_GetFormFieldAlternateName) || read(call.FPDFAnnot_GetFormFieldName)
  if (type === CHECK_BOX || type === RADIO_BUTTON) {
    // What is drawn is what a person sees; PDFium itself tells it only of pages that are being filled in.
    const drawn = stringOf(pdf, annotation, 'AS')
    const value = read(call.FPDFAnnot_GetFormFieldValue)
    const isOn = drawn === '' ? !isOff(value) : !isOff(drawn)
    return isOn ? `${name}: ${isOff(value) ? drawn : value}` : ''
  }
  if (type !== TEXT_FIELD && type !== COMBO_BOX && type !== LIST_BOX) return ''
  const value = read(call.FPDFAnnot_GetFormFieldValue)
  return value === '' ? '' : `${name}: ${value}`
}

function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim()
}

const isOff = (state: string): boolean => state === '' || state === 'Off'
