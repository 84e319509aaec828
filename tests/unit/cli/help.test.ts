import { expect, test } from 'vitest'
import { HELP } from '#cli/help'
import { QUERY_FIELDS } from '#shared/text/query-fields'

test('the help names every field that a query can have', () => {
  expect(QUERY_FIELDS.filter((field) => !HELP.includes(`${field}:`))).toEqual([])
})

test('its lines fit a terminal of 130 columns', () => {
  expect(HELP.split('\n').filter((line) => line.length > 130)).toEqual([])
})
