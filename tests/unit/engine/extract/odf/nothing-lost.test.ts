import { expect, it } from 'vitest'
import { readDocument } from '#engine/extract/read-document'
import { withFile } from '#engine/extract/read-file'
import { openZip } from '#engine/extract/zip/open-zip'
import { plainFile } from '#engine/sealed/stored-file'
import { indexText } from '#shared/text/index-text'
import { goldenCases } from '#tests/support/golden'
import { extractJob } from '#tests/support/jobs'

const CASES = goldenCases(['odt', 'ods', 'odp']).filter(
  ({ name, fileName }) => !/\.fod.$/.test(fileName) && !name.endsWith('/locked')
)

const wordsOf = (text: string): string[] => text.split(' ').filter((word) => word !== '')

/** All text between the tags of the body, but for who changed something and when. */
async function textOfBody(file: string): Promise<string> {
  return await withFile(plainFile(file), async (opened) => {
    const zip = await openZip(opened, { maxEntries: 1000 })
    const entry = zip.find('content.xml')
    const xml = entry ? Buffer.from(zip.read(entry, 10_000_000)).toString('utf8') : ''
    return xml
      .slice(xml.indexOf('<office:body>'))
      .replace(/<office:change-info>.*?<\/office:change-info>|<dc:date>.*?<\/dc:date>|<meta:[^>]*>[^<]*/gs, '')
      .replace(/<\/?text:(?:span|a|ruby|ruby-base|change-start|change-end)\b[^>]*>/g, '')
      .replace(/<[^>]*>/g, '\n')
      .replace(/<[^>]*$/, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&apos;', "'")
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
  })
}

it.each(CASES)('every word in the body of $name is found', async ({ source }) => {
  const { index } = await readDocument(extractJob(source))
  const found = new Set(Object.values(index).flatMap(wordsOf))
  const words = wordsOf(indexText(await textOfBody(source)))
  expect(words.length).toBeGreaterThan(0)
  expect(words.filter((word) => !found.has(word))).toEqual([])
})
