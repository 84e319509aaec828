import { describe, expect, it } from 'vitest'
import { titleMarks } from '#renderer/features/reader/title-marks.ts'

const title = 'Letter of the UN experts: نامه كارشناسان'
const marked = (query: string, typing = false) =>
  titleMarks(title, query, typing).map(({ start, end }) => title.slice(start, end))

describe('titleMarks', () => {
  it('marks the words asked for, also those asked for in the title alone', () => {
    expect(marked('letter title:experts')).toEqual(['Letter', 'experts'])
    expect(marked('کارشناسان')).toEqual(['كارشناسان'])
    expect(marked('lett', true)).toEqual(['Letter'])
  })

  it('marks nothing that is excluded or not there', () => {
    expect(marked('-letter UN')).toEqual(['UN'])
    expect(marked('prison')).toEqual([])
    expect(marked(' ')).toEqual([])
  })
})
