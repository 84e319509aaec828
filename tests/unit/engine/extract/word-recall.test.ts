import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocument } from '#engine/extract/read-document'
import { indexText } from '#shared/text/index-text'
import { goldenCases } from '#tests/support/golden'
import { extractJob } from '#tests/support/jobs'

const truthOf = (source: string): string => join(dirname(source), 'truth.txt')

const CASES = goldenCases(['odt', 'rtf']).filter(({ source }) => existsSync(truthOf(source)))

const wordsOf = (text: string): string[] => text.split(' ').filter((word) => word !== '')

describe('of the words that people see in a document', () => {
  it.each(CASES)('at least 99 of 100 are found: $name', async ({ source }) => {
    const { index } = await readDocument(extractJob(source))
    const found = new Set(Object.values(index).flatMap(wordsOf))
    const words = [...new Set(wordsOf(indexText(readFileSync(truthOf(source), 'utf8'))))]
    const lost = words.filter((word) => !found.has(word))
    expect(words.length).toBeGreaterThan(5)
    expect(lost.length / words.length, `lost: ${lost.join(' ')}`).toBeLessThanOrEqual(0.01)
  })

  it('in every format that is measured', () => {
    expect(new Set(CASES.map(({ name }) => name.split('/')[0]))).toEqual(new Set(['odt', 'rtf']))
  })
})
