import type { FormatReader, Source } from '#engine/extract/found'
import type { ExtractAnswer, ExtractJob } from '#engine/extract/job'
import { chooseLanguages } from '#engine/extract/ocr/choose-languages'
import { yieldToOthers } from '#engine/extract/ocr/low-priority'
import { type OcrPageText, ocrText } from '#engine/extract/ocr/ocr-text'
import { type PagePicture, pagePicture } from '#engine/extract/ocr/page-picture'
import { type PageAspect, startTesseract, type Tesseract, UnreadablePicture } from '#engine/extract/ocr/tesseract'
import { isSideways, type Turn, turnedBack, turnedOrientation } from '#engine/extract/ocr/turned'

type Job = Extract<ExtractJob, { task: 'ocr' }>

/** The detector's confidence above which a page is turned; upright pages of few words come out lower. */
const SURE_TURN = 3
/** Below this the detector has guessed among textures. */
const SURE_SCRIPT = 1

/** A clear page in its own language comes out above this, in another of the same script below. */
const GOOD = 82

/** Reads the words in the picture of one page. A picture that can not be read is an answer, too. */
export async function recognisePage(reader: FormatReader, source: Source, job: Job): Promise<ExtractAnswer> {
  yieldToOthers()
  const picture = await pagePicture(reader, source, job.page)
  if (typeof picture === 'string') return refused(picture)
  try {
    return recognise(await startTesseract(), picture, job)
  } catch (error) {
    if (error instanceof UnreadablePicture) return refused(error.message)
    throw error
  }
}

const refused = (message: string): ExtractAnswer => ({ task: 'refused', code: 'ocr-failed', message })

function recognise(tesseract: Tesseract, picture: PagePicture, job: Job): ExtractAnswer {
  const aspect = tesseract.detect(picture.bytes, picture.orientation)
  const { turn, orientation } = uprightFor(picture, aspect)
  const script = aspect && aspect.scriptConfidence >= SURE_SCRIPT ? aspect.script : undefined
  const { width, height } = picture
  const size = isSideways(orientation) ? { width: height, height: width } : { width, height }
  const read = (languages: readonly string[]): Reading => ({
    languages,
    ...ocrText(tesseract.recognise(picture.bytes, orientation, languages), size)
  })
  const { text, words, confidence, languages } = best(job.chosen ? [job.languages] : chooseLanguages(script, job.languages), read)
  return { task: 'ocr', text, words: words.map((word) => turnedBack(word, turn)), confidence, languages }
}

type Reading = OcrPageText & Readonly<{ languages: readonly string[] }>

/** The first attempt that is good, else the best of them. */
function best(attempts: readonly (readonly string[])[], read: (languages: readonly string[]) => Reading): Reading {
  let found: Reading | undefined
  for (const languages of attempts) {
    const reading = read(languages)
    if (!found || (reading.confidence ?? 0) > (found.confidence ?? 0)) found = reading
    if ((found.confidence ?? 0) >= GOOD) break
  }
  return found ?? read(['eng'])
}

function uprightFor(picture: PagePicture, aspect: PageAspect | undefined): Readonly<{ turn: Turn; orientation: number }> {
  const turn = aspect && aspect.turnConfidence >= SURE_TURN ? aspect.turn : 0
  const orientation = turnedOrientation(picture.orientation, turn)
  return orientation === undefined ? { turn: 0, orientation: picture.orientation } : { turn, orientation }
}
