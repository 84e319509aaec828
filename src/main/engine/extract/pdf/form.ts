import type { OpenPdf } from '#engine/extract/pdf/open-pdf'

/** Size of the structure by which a program tells PDFium what it can do for a form; here: nothing. */
const FORM_CALLBACKS = 512
const VERSION = 2

/** Hands over the form of a document for reading its values, 0 when it has none. No action of it is run, nothing in it is computed. */
export function withForm<T>({ pdfium: { call }, heap, handle }: OpenPdf, work: (form: number) => T): T {
  if (call.FPDF_GetFormType(handle) === 0) return work(0)
  const callbacks = heap.put(new Uint8Array(FORM_CALLBACKS))
  heap.view().setUint32(callbacks, VERSION, true)
  const form = call.FPDFDOC_InitFormFillEnvironment(handle, callbacks)
  const result = work(form)
  if (form !== 0) call.FPDFDOC_ExitFormFillEnvironment(form)
  call.free(callbacks)
  return result
}
