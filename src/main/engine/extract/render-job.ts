import { decodeText } from '#engine/extract/charset'
import { filterStyleSheet } from '#engine/extract/css'
import { eachElement } from '#engine/extract/each-element'
import { findExcess } from '#engine/extract/html-guard'
import type { ExtractAnswer, ExtractJob } from '#engine/extract/job'
import { originalView } from '#engine/extract/page'
import { type OpenFile, readBytes, withFile } from '#engine/extract/read-file'
import { remoteResourcesOf } from '#engine/extract/remote-resources'
import { savedResources } from '#engine/extract/saved-resources'

type RenderJob = Exclude<ExtractJob, { task: 'extract' }>

const LARGEST_PAGE = 100 * 1024 * 1024
const LARGEST_STYLE = 5 * 1024 * 1024

/** Renders the Original view of a page, or a part of it. Rejects only where the file can not be opened. */
export async function renderJob(job: RenderJob): Promise<ExtractAnswer> {
  return await withFile(job.file, async (file) => {
    if (job.task === 'stylesheet') return await renderStyleSheet(job, file)
    if (file.size > LARGEST_PAGE)
      return { task: 'refused', code: 'too-large', message: 'This page is too large for the Original view.' }
    const { text } = await decodeText(readBytes(file, 0, file.size), job.charset, true)
    return job.task === 'page' ? renderPage(job, text) : renderPicture(job.index, text)
  })
}

function renderPage(job: Extract<RenderJob, { task: 'page' }>, html: string): ExtractAnswer {
  if (findExcess(html))
    return { task: 'refused', code: 'too-complex', message: 'This page is too complex for the Original view.' }
  const resources = savedResources(job.resources, job.resourceBase)
  return {
    task: 'page',
    html: originalView(html, { resources, resourceBase: job.resourceBase }),
    remoteResources: remoteResourcesOf(html)
  }
}

async function renderStyleSheet(job: Extract<RenderJob, { task: 'stylesheet' }>, file: OpenFile): Promise<ExtractAnswer> {
  if (file.size > LARGEST_STYLE) return { task: 'refused', code: 'too-large', message: 'This style sheet is too large.' }
  const { text } = await decodeText(readBytes(file, 0, file.size), null, false)
  const resources = savedResources(job.resources, job.resourceBase)
  return { task: 'stylesheet', css: filterStyleSheet(text, { resources, key: job.key }) }
}

function renderPicture(index: number, html: string): ExtractAnswer {
  let address: string | undefined
  let seen = 0
  eachElement(html, {
    element(name, attributes) {
      const source = name === 'img' ? (attributes.get('src') ?? '').trim() : ''
      if (!/^data:/i.test(source)) return true
      if (seen++ === index) address = source
      return address === undefined
    }
  })
  const picture = address === undefined ? undefined : pictureIn(address)
  return picture ?? { task: 'refused', code: 'damaged', message: 'There is no such picture in this page.' }
}

function pictureIn(address: string): ExtractAnswer | undefined {
  const match = /^data:(image\/(?:png|jpeg|jpg|gif|webp))(?:;[\w=-]{1,40}){0,3};base64,/i.exec(address)
  if (!match?.[1]) return undefined
  const data = address.slice(match[0].length).replaceAll('%2B', '+').replaceAll('%2F', '/').replaceAll('%3D', '=')
  return { task: 'picture', mediaType: match[1].toLowerCase(), bytes: new Uint8Array(Buffer.from(data, 'base64')) }
}
