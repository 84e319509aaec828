import type { Source } from '#engine/extract/found'
import { type Heap, heapOf } from '#engine/extract/pdf/heap'
import { type Pdfium, startPdfium } from '#engine/extract/pdf/pdfium'
import { wearOut } from '#engine/extract/pool/worn-out'
import type { ProblemCode } from '#shared/model/document'

/** A document held open. */
export type OpenPdf = Readonly<{ pdfium: Pdfium; heap: Heap; handle: number; pageCount: number }>

/** Why a document can not be opened. */
export class PdfRefused extends Error {
  readonly code: Extract<ProblemCode, 'locked' | 'wrong-password' | 'damaged'>

  constructor(code: PdfRefused['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** PDFium itself broke down on a document: nothing in its memory can be trusted any more. */
export class PdfiumFailed extends Error {
  readonly code: Extract<ProblemCode, 'out-of-memory' | 'too-complex'>

  constructor(code: PdfiumFailed['code']) {
    super(code === 'out-of-memory' ? 'It takes too much memory to open.' : 'It is built in a way that can not be followed.')
    this.code = code
  }
}

/** Smaller files are read into memory as a whole: PDFium is quicker so. */
const SMALL = 8 * 1024 * 1024
/** Memory is never given back: a process with more than this of it is replaced. */
const WORN = 256 * 1024 * 1024
/** Of `FPDF_GetLastError`. */
const ERROR_PASSWORD = 4
const ERROR_SECURITY = 5

let idle: Pdfium | undefined
const broken = new WeakSet<Pdfium>()

/**
 * Opens a document, hands it over, and closes it whatever happens. Rejects with `PdfRefused` when it can not be opened, and with
 * `PdfiumFailed` when PDFium breaks down: then the next document gets a fresh one, and this process is replaced after its answer.
 */
export async function withPdf<T>(source: Source, work: (pdf: OpenPdf) => T | Promise<T>): Promise<T> {
  const pdfium = idle ?? (await startPdfium())
  idle = undefined
  try {
    return await openAndWork(pdfium, source, work)
  } catch (error) {
    throw failureOf(pdfium, error)
  } finally {
    pdfium.file.open = null
    if (broken.has(pdfium) || pdfium.memory.buffer.byteLength > WORN) wearOut()
    else idle = pdfium
  }
}

/** The error, or `PdfiumFailed` in its place when it says that PDFium broke down: a trap, an abort, or the end of the stack. */
export function failureOf(pdfium: Pdfium, error: unknown): unknown {
  if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) return error
  // After any of them PDFium's memory is as it happened to be.
  broken.add(pdfium)
  return new PdfiumFailed(pdfium.ranOut() ? 'out-of-memory' : 'too-complex')
}

async function openAndWork<T>(pdfium: Pdfium, source: Source, work: (pdf: OpenPdf) => T | Promise<T>): Promise<T> {
  const { call } = pdfium
  const heap = heapOf(pdfium)
  const { handle, bytes } = load(pdfium, heap, source)
  try {
    if (handle === 0) throw refusalOf(call.FPDF_GetLastError(), source.password !== null)
    return await work({ pdfium, heap, handle, pageCount: call.FPDF_GetPageCount(handle) })
  } catch (error) {
    throw failureOf(pdfium, error)
  } finally {
    if (!broken.has(pdfium)) {
      if (handle !== 0) call.FPDF_CloseDocument(handle)
      call.free(bytes)
    }
  }
}

function load(pdfium: Pdfium, heap: Heap, source: Source): { handle: number; bytes: number } {
  const { call, file } = pdfium
  const password = source.password === null ? 0 : heap.put(Buffer.from(`${source.password}\0`, 'utf8'))
  if (source.file.size > SMALL && !source.file.held) {
    file.open = source.file
    const path = heap.put(Buffer.from('/document.pdf\0'))
    const handle = call.FPDF_LoadDocument(path, password)
    call.free(path)
    call.free(password)
    return { handle, bytes: 0 }
  }
  const content = source.bytes()
  const bytes = heap.put(content)
  const handle = call.FPDF_LoadMemDocument(bytes, content.length, password)
  call.free(password)
  return { handle, bytes }
}

function refusalOf(error: number, hasPassword: boolean): PdfRefused {
  if (error !== ERROR_PASSWORD) {
    const why =
      error === ERROR_SECURITY
        ? 'It is locked in a way that Sanad can not open.'
        : 'It is not a whole PDF: its pages can not be found.'
    return new PdfRefused('damaged', why)
  }
  return hasPassword
    ? new PdfRefused('wrong-password', 'The password does not open it.')
    : new PdfRefused('locked', 'It is locked. Type its password to read it.')
}
