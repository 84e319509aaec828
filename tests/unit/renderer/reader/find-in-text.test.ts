import { describe, expect, it } from 'vitest'
import { FIND_LIMIT, findInText } from '#renderer/features/reader/find-in-text.ts'

const found = (text: string, typed: string) => findInText(text, typed).map(([start, end]) => text.slice(start, end))

describe('findInText', () => {
  it('finds as far as it is typed, whatever the case', () => {
    expect(found('Letters and a letter.', 'lett')).toHaveLength(2)
    expect(found('Letters and a letter.', 'etter')).toEqual([])
  })

  it('finds words only next to each other', () => {
    expect(found('crime against humanity, and humanity against crime', 'against hum')).toHaveLength(1)
  })

  it('folds as search does', () => {
    expect(found('نامه‌ي كارشناسان', 'نامه‌ی کارشناسان')).toHaveLength(1)
    expect(found('سال ۱۳۶۷ بود', '1367')).toEqual(['۱۳۶۷'])
  })

  it('finds nothing for nothing', () => {
    expect(found('text', '')).toEqual([])
    expect(found('text', '  ')).toEqual([])
    expect(found('', 'text')).toEqual([])
  })

  it('stops at its limit', () => expect(findInText('ab '.repeat(FIND_LIMIT + 5), 'ab')).toHaveLength(FIND_LIMIT))
})
