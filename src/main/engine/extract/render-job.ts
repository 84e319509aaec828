import { decodeText } from '#engine/extract/charset/charset'
import { loadReader } from '#engine/extract/formats'
import type { FormatReader, Source } from '#engine/extract/found'
import { attemptsOf } from '#engine/extract/html/attempts'
import { findExcess } from '#engine/extract/html/html-guard'
import type { ExtractAnswer, ExtractJob } from '#engine/extract/job'
import { filterStyleSheet } from '#engine/extract/original/css'
import { originalView } from '#engine/extract/original/page'
import { savedResources } from '#engine/extract/original/saved-resources'
import { readBytes, withFile } from '#engine/extract/read-file'
import { readListFile } from '#engine/extract/read-list-file'
import { openSource } from '#engine/extract/source'

type RenderJob = Exclude<ExtractJob, { task: 'extract' }>
type Looking = Extract<RenderJob, { mediaType: string; name: string }>

const LARGEST_PAGE = 100 * 1024 * 1024
const LARGEST_STYLE = 5 * 1024 * 1024
/** More pixels than any screen shows across. */
const WIDEST = 4096

const NO_VIEW: ExtractAnswer = { task: 'refused', code: 'not-readable-yet', message: 'This file can not be shown in this way.' }

/** Renders a document, or a part of it, for looking at it. Rejects only where the file can not be opened or its format fails. */
export async function renderJob(job: RenderJob): Promise<ExtractAnswer> {
  if (job.task === 'stylesheet') return await renderStyleSheet(job)
  if (job.task === 'plain-text') return await readPlainText(job)
  if (job.task === 'list') return await readListFile(job)
  if (job.task === 'clean' || job.task === 'traces') {
    const { cleanJob } = await import('#engine/extract/clean/clean-job')
    return await cleanJob(job)
  }
  return await withFile(job.file, async (file) => {
    const reader = await loadReader(job.mediaType)
    return reader ? await look(reader, openSource(file, null, job), job) : NO_VIEW
  })
}

async function look(reader: FormatReader, source: Source, job: Looking): Promise<ExtractAnswer> {
  switch (job.task) {
    case 'page':
      return reader.html ? await renderPage(reader.html, source, job) : NO_VIEW
    case 'part':
      return await renderPart(reader, source, job)
    case 'pages':
      return reader.pages ? { task: 'pages', ...(await reader.pages(source)) } : NO_VIEW
    case 'words':
      return reader.words ? { task: 'words', words: await reader.words(source, job.page) } : NO_VIEW
    case 'bitmap': {
      const width = Math.max(1, Math.min(job.width, WIDEST))
      return reader.bitmap ? { task: 'bitmap', ...(await reader.bitmap(source, job.page, width)) } : NO_VIEW
    }
    case 'ocr': {
      const { recognisePage } = await import('#engine/extract/ocr/ocr')
      return await recognisePage(reader, source, job)
    }
  }
}

async function renderPage(
  html: NonNullable<FormatReader['html']>,
  source: Source,
  job: Extract<RenderJob, { task: 'page' }>
): Promise<ExtractAnswer> {
  if (source.file.size > LARGEST_PAGE)
    return { task: 'refused', code: 'too-large', message: 'This page is too large for the Original view.' }
  const page = await html(source)
  if (findExcess(page.html))
    return { task: 'refused', code: 'too-complex', message: 'This page is too complex for the Original view.' }
  const resources = savedResources([...job.resources, ...page.resources], job.resourceBase, page.baseUrl)
  return {
    task: 'page',
    html: originalView(page.html, { resources, resourceBase: job.resourceBase }),
    // What was saved with the page is not asked for anywhere else.
    attempts: attemptsOf(page.html).filter(({ address }) => resources.addressOf(address) === undefined)
  }
}

async function renderPart(
  reader: FormatReader,
  source: Source,
  job: Extract<RenderJob, { task: 'part' }>
): Promise<ExtractAnswer> {
  const part = await reader.part?.(source, job.key)
  if (!part) return { task: 'refused', code: 'damaged', message: 'There is no such part in this file.' }
  if (part.mediaType !== 'text/css') return { task: 'part', ...part }
  if (part.bytes.length > LARGEST_STYLE) return { task: 'refused', code: 'too-large', message: 'This style sheet is too large.' }
  const { text } = await decodeText(part.bytes, null, false)
  const page = await reader.html?.(source)
  const keys = [...job.resources, ...(page?.resources ?? [])]
  const resources = savedResources(keys, job.resourceBase, page?.baseUrl ?? null)
  const css = filterStyleSheet(text, { resources, key: job.key })
  return { task: 'part', mediaType: 'text/css', bytes: Buffer.from(css, 'utf8') }
}

async function renderStyleSheet(job: Extract<RenderJob, { task: 'stylesheet' }>): Promise<ExtractAnswer> {
  return await withFile(job.file, async (file) => {
    if (file.size > LARGEST_STYLE) return { task: 'refused', code: 'too-large', message: 'This style sheet is too large.' }
    const { text } = await decodeText(readBytes(file, 0, file.size), null, false)
    const resources = savedResources(job.resources, job.resourceBase, null)
    return { task: 'stylesheet', css: filterStyleSheet(text, { resources, key: job.key }) }
  })
}

async function readPlainText(job: Extract<RenderJob, { task: 'plain-text' }>): Promise<ExtractAnswer> {
  return await withFile(job.file, async (file) => {
    const { text, charset } = await decodeText(readBytes(file, 0, job.limit), job.charset, false)
    return { task: 'plain-text', text: text.replaceAll('\0', ''), charset, cut: file.size > job.limit }
  })
}
