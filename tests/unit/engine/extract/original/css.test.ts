import { expect, test } from 'vitest'
import { filterDeclarations, filterStyleSheet } from '#engine/extract/original/css'

const options = { resources: { addressOf: () => undefined }, key: '' }

test('a string that does not end takes its declaration with it: what comes after would be in it', () => {
  for (const quote of [`'`, `"`]) {
    expect(filterStyleSheet(`a{A::before${quote}`, options)).not.toContain(quote)
    expect(filterDeclarations(`A::before${quote}`, options)).toBe('')
  }
})

test('a custom property keeps strings that end', () => {
  expect(filterDeclarations(`--mark:'a' "b"`, options)).toBe('--mark:"a""b"')
})
