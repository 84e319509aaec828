import { describe, expect, it } from 'vitest'
import { fieldTrouble } from '#renderer/features/inspector/field-trouble.ts'

describe('fieldTrouble', () => {
  it('takes dates as precise as they are known', () => {
    for (const date of ['2020', '2020-12', ' 2020-12-09 ', '']) expect(fieldTrouble('date', date)).toBeUndefined()
    for (const date of ['12/9/2020', '2021-02-29', '20', 'last year'])
      expect(fieldTrouble('date', date)).toBe('inspector.dateWrong')
  })

  it('wants a title, and nothing of the other fields', () => {
    expect(fieldTrouble('title', '  ')).toBe('inspector.titleEmpty')
    expect(fieldTrouble('title', 'A letter')).toBeUndefined()
    expect(fieldTrouble('author', '')).toBeUndefined()
  })
})
