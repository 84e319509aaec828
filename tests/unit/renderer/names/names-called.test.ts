import * as v from 'valibot'
import { expect, test } from 'vitest'
import { namesCalled } from '#renderer/features/names/names-called.ts'
import { nameIdSchema } from '#shared/model/ids'

const name = (id: number, label: string, also: string | null = null) => ({
  id: v.parse(nameIdSchema, id),
  kind: 'person' as const,
  label,
  also,
  documents: 0
})
const names = [name(1, 'Rana Orsal', 'رعنا اورسال'), name(2, 'Samira Voss'), name(3, 'يوسف الحضري')]
const found = (text: string) => namesCalled(names, text).map(({ id }) => id)

test('cards are found by the beginnings of their words, in any order and either script', () => {
  expect(found('')).toEqual([1, 2, 3])
  expect(found('ors ra')).toEqual([1])
  expect(found('VÓSS')).toEqual([2])
  expect(found('اورس')).toEqual([1])
  expect(found('یوسف')).toEqual([3])
  expect(found('oss')).toEqual([])
})
