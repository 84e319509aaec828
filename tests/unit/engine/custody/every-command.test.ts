import { expect, test } from 'vitest'
import { commands } from '#shared/contract'
import { CUSTODY_TOPIC_OF, type CustodyKind } from '#shared/model/custody'
import { RECORDS } from '#tests/support/recorded-commands'

test('every command that can change an archive says what it leaves in the custody log, or why nothing', () => {
  const names = Object.entries(commands).flatMap(([name, { place }]) => (place === 'read' ? [] : [name]))
  expect(names.filter((name) => RECORDS[name] === undefined)).toEqual([])
  expect(Object.keys(RECORDS).filter((name) => !names.includes(name))).toEqual([])
})

test('every kind of entry has a source', () => {
  const recorded = new Set(Object.values(RECORDS).flatMap((kinds) => (typeof kinds === 'string' ? [] : kinds)))
  expect(Object.keys(CUSTODY_TOPIC_OF).filter((kind) => !recorded.has(kind as CustodyKind))).toEqual([])
})
