import type { FormatReader, Source } from '#engine/extract/found'
import type { ExtractAnswer, ExtractJob } from '#engine/extract/job'

/** Reads the words in the picture of one page. */
export async function recognisePage(
  _reader: FormatReader,
  _source: Source,
  _job: Extract<ExtractJob, { task: 'ocr' }>
): Promise<ExtractAnswer> {
  return { task: 'refused', code: 'ocr-failed', message: 'OCR is not built yet.' }
}
