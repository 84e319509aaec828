import { readFileSync } from 'node:fs'
import { PDFiumModule } from '@hyzyla/pdfium'
import { packageFile } from '#engine/extract/asset'
import { PDFIUM_FUNCTIONS, type PdfiumFunction, type PdfiumFunctions } from '#engine/extract/pdf/functions'
import { type OneFile, serveOneFile } from '#engine/extract/pdf/one-file'

/** The memory that one document may make PDFium take; beyond it PDFium gives up, on every system, long before the machine does. */
const HEAP_LIMIT = 640 * 1024 * 1024

/** PDFium in memory of its own. It can reach nothing outside that memory but the one file it is given. */
export type Pdfium = Readonly<{
  call: PdfiumFunctions
  memory: WebAssembly.Memory
  /** The file that `FPDF_LoadDocument` opens, whatever its path. */
  file: OneFile
  /** Whether memory was asked for and refused. */
  ranOut: () => boolean
}>

let compiled: WebAssembly.Module | undefined

/** Starts a PDFium. Costs some 30 ms, the first time 60. This build has neither JavaScript nor XFA in it: nothing in a document can run. */
export async function startPdfium(): Promise<Pdfium> {
  compiled ??= new WebAssembly.Module(readFileSync(packageFile('@hyzyla/pdfium', 'dist/pdfium.wasm')))
  const module = compiled
  let ranOut = false
  let started: { exports: WebAssembly.Exports; file: OneFile } | undefined
  const silent = (): void => undefined
  // Options of the Emscripten program that the package wraps; its type names only some of them.
  const options = {
    print: silent,
    printErr: silent,
    locateFile: () => '',
    instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
      const file = serveOneFile(imports, () => started?.exports.memory)
      limitMemory(imports, () => {
        ranOut = true
      })
      const instance = new WebAssembly.Instance(module, imports)
      started = { exports: instance.exports, file }
      done(instance)
      return instance.exports
    }
  }
  await PDFiumModule(options as unknown as Parameters<typeof PDFiumModule>[0])
  if (!started) throw new Error('PDFium did not start')
  const { exports, file } = started
  if (!(exports.memory instanceof WebAssembly.Memory)) throw new Error('PDFium has no memory')
  const call = functionsOf(exports)
  call.FPDF_InitLibrary()
  return { call, memory: exports.memory, file, ranOut: () => ranOut }
}

function limitMemory(imports: WebAssembly.Imports, refused: () => void): void {
  const environment = imports.env
  const grow = environment?.emscripten_resize_heap
  if (!environment || !isPlain(grow)) throw new Error('This PDFium does not ask for memory')
  environment.emscripten_resize_heap = (bytes: number) => {
    if (bytes >>> 0 <= HEAP_LIMIT) return grow(bytes)
    refused()
    return 0
  }
}

function functionsOf(exports: WebAssembly.Exports): PdfiumFunctions {
  const found: Partial<Record<(typeof PDFIUM_FUNCTIONS)[number], PdfiumFunction>> = {}
  for (const name of PDFIUM_FUNCTIONS) {
    const exported = exports[name]
    if (!isPlain(exported)) throw new Error(`This PDFium has no ${name}`)
    found[name] = exported
  }
  return found as PdfiumFunctions
}

function isPlain(value: unknown): value is PdfiumFunction {
  return typeof value === 'function'
}
