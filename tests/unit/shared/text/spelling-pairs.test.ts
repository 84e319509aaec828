import { readFileSync } from 'node:fs'
import { array, boolean, object, optional, parse, string } from 'valibot'
import { describe, expect, test } from 'vitest'
import { buildMatcher, findMatches } from '#shared/text/matcher'
import { parseQuery } from '#shared/text/parse-query'
import { alternativesIn, isFound } from '#tests/unit/shared/text/simulated-index'

const schema = array(object({ text: string(), query: string(), found: boolean(), note: optional(string(), '') }))
const pairs = parse(schema, JSON.parse(readFileSync('tests/fixtures/search/spelling-pairs.json', 'utf8')))

describe('spelling pairs', () => {
  test.each(pairs)('$query in $text: $found ($note)', ({ text, query, found }) => {
    const node = parseQuery(query)
    expect(isFound(text, node)).toBe(found)
    expect(findMatches(text, buildMatcher(node, alternativesIn(text))).length > 0).toBe(found)
  })
})
