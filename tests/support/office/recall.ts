import { readDocument } from '#engine/extract/read-document'
import { indexText } from '#shared/text/index-text'
import { extractJob } from '#tests/support/jobs'

/** The share of the distinct words of a text by which a document is found, and those by which it is not. */
export async function recallOf(file: string, text: string): Promise<Readonly<{ recall: number; missing: readonly string[] }>> {
  const { index } = await readDocument(extractJob(file))
  const found = new Set(Object.values(index).flatMap((column) => column.split(' ')))
  const wanted = [...new Set(indexText(text).split(' '))].filter((word) => word !== '')
  const missing = wanted.filter((word) => !found.has(word))
  return { recall: 1 - missing.length / wanted.length, missing }
}
