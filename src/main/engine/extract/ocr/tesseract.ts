/** The OCR engine: one WebAssembly program in this process, its data read from the packages. It writes no file and has no network. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import { packageFile } from '#engine/extract/asset'

/** What the detector of orientation and script says of a page. `turn`: degrees clockwise that would set it upright. */
export type PageAspect = Readonly<{ turn: 0 | 90 | 180 | 270; turnConfidence: number; script: string; scriptConfidence: number }>

export type Tesseract = Readonly<{
  /** Undefined for a page with too little writing. `orientation` is an EXIF orientation, 1 to 8, to be applied first. */
  detect: (picture: Uint8Array, orientation: number) => PageAspect | undefined
  /** The words as Tesseract's table of tab-separated values, boxes in pixels of the picture after `orientation`. */
  recognise: (picture: Uint8Array, orientation: number, languages: readonly string[]) => string
}>

/** Thrown for a picture that can not be decoded. */
export class UnreadablePicture extends Error {
  constructor() {
    super('The picture is damaged, or of a kind that OCR does not know.')
  }
}

// The parts of `tesseract.js-core` that are used; it brings no types.
type DetectedAspect = Readonly<{
  best_result: Readonly<{ orientation_id: number; script_id: number; sconfidence: number; oconfidence: number }>
  unicharset: Readonly<{ get_script_from_script_id: (id: number) => string }>
}>
type Api = Readonly<{
  Init: (path: null, languages: string, engine: number) => number
  SetVariable: (name: string, value: string) => void
  /** Reads `/input`; 1 when it can not be decoded. */
  SetImageFile: (orientation: number, angle: number) => number
  DetectOS: (result: DetectedAspect) => boolean
  Recognize: (monitor: null) => number
  GetTSVText: (page: number) => string
  Clear: () => void
  End: () => void
}>
type Core = Readonly<{
  FS: Readonly<{ writeFile: (path: string, bytes: Uint8Array) => void; unlink: (path: string) => void }>
  TessBaseAPI: new () => Api
  OSResults: new () => DetectedAspect
  destroy: (object: object) => void
}>
type StartCore = (options: Readonly<Record<string, unknown>>) => Promise<Core>

/** Engine modes of Tesseract: the older recogniser is only needed to tell orientation and script. */
const LEGACY = 0
const LSTM = 1
/** Page segmentation modes: only orientation and script; everything. */
const ASPECT_ONLY = '0'
const AUTOMATIC = '3'

let started: Promise<Tesseract> | undefined

/** The engine of this process, started when first asked for. Rejects where the processor lacks what it needs (128-bit SIMD). */
export function startTesseract(): Promise<Tesseract> {
  started ??= start().catch((error: unknown) => {
    started = undefined
    throw error
  })
  return started
}

async function start(): Promise<Tesseract> {
  const load = createRequire(import.meta.url)
  const startCore: StartCore = load(packageFile('tesseract.js-core', 'tesseract-core-simd.js'))
  const silent = (): void => undefined
  const core = await startCore({ TesseractProgress: silent, print: silent, printErr: silent })
  const aspects = openApi(core, ['osd'], LEGACY, ASPECT_ONLY)
  let reading: { languages: string; api: Api } | undefined
  const apiFor = (languages: readonly string[]): Api => {
    const wanted = languages.join('+')
    if (reading?.languages !== wanted) {
      reading?.api.End()
      reading = undefined
      reading = { languages: wanted, api: openApi(core, languages, LSTM, AUTOMATIC) }
    }
    return reading.api
  }
  return {
    detect: (picture, orientation) =>
      guarded(() => withPicture(core, aspects, picture, orientation, () => detect(core, aspects))),
    recognise: (picture, orientation, languages) =>
      guarded(() => {
        const api = apiFor(languages)
        return withPicture(core, api, picture, orientation, () => {
          api.Recognize(null)
          return api.GetTSVText(0)
        })
      })
  }
}

/** After an error of its own the program's memory can not be trusted: the next page starts it anew. */
function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof UnreadablePicture)) started = undefined
    throw error
  }
}

function openApi(core: Core, languages: readonly string[], engine: number, segmentation: string): Api {
  for (const language of languages) core.FS.writeFile(`./${language}.traineddata`, languageData(language))
  const api = new core.TessBaseAPI()
  const failed = api.Init(null, languages.join('+'), engine) !== 0
  for (const language of languages) core.FS.unlink(`./${language}.traineddata`)
  if (failed) throw new Error(`OCR could not start with ${languages.join(' and ')}.`)
  api.SetVariable('tessedit_pageseg_mode', segmentation)
  return api
}

const languageData = (code: string): Uint8Array =>
  gunzipSync(readFileSync(packageFile(`@tesseract.js-data/${code}`, `4.0.0_best_int/${code}.traineddata.gz`)))

function withPicture<T>(core: Core, api: Api, picture: Uint8Array, orientation: number, work: () => T): T {
  core.FS.writeFile('/input', picture)
  try {
    if (api.SetImageFile(orientation, 0) !== 0) throw new UnreadablePicture()
    return work()
  } finally {
    api.Clear()
    core.FS.unlink('/input')
  }
}

const TURNS = [0, 270, 180, 90] as const

function detect(core: Core, api: Api): PageAspect | undefined {
  const found = new core.OSResults()
  try {
    if (!api.DetectOS(found)) return undefined
    const { orientation_id, oconfidence, script_id, sconfidence } = found.best_result
    return {
      turn: TURNS[orientation_id] ?? 0,
      turnConfidence: oconfidence,
      script: found.unicharset.get_script_from_script_id(script_id),
      scriptConfidence: sconfidence
    }
  } finally {
    core.destroy(found)
  }
}
