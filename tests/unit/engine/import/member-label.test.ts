import { describe, expect, test } from 'vitest'
import { MemberLabels, memberLabel } from '#engine/import/member-label'

describe('a name from inside a file', () => {
  test.each([
    ['letters/first.txt', 'letters/first.txt'],
    ['../../etc/passwd', '(..)/(..)/etc/passwd'],
    ['/etc/passwd', 'etc/passwd'],
    ['C:\\Users\\x.txt', 'Users/x.txt'],
    ['a\\..\\b', 'a/(..)/b'],
    ['./a//b/./c', 'a/b/c'],
    ['nul\u0000.txt', 'nul\ufffd.txt'],
    ['\u202eexe.txt', '\ufffdexe.txt'],
    ['line\nbreak', 'line\ufffdbreak'],
    ['', 'unnamed'],
    ['..', '(..)'],
    ['half \ud800 pair', 'half \ufffd pair'],
    ['نامه\u200cها.txt', 'نامه\u200cها.txt']
  ])('%j becomes %j', (path, label) => {
    expect(memberLabel(path)).toBe(label)
  })

  test('of four thousand characters is cut before its extension', () => {
    const label = memberLabel(`${'a'.repeat(4096)}.html`)
    expect(label).toMatch(/^a+….html$/)
    expect(label.length).toBeLessThanOrEqual(200)
  })

  test('of a thousand folders keeps its own name', () => {
    const label = memberLabel(`${'folder/'.repeat(3000)}name.txt`)
    expect(label.length).toBeLessThanOrEqual(1010)
    expect(label).toMatch(/^folder\/.*\/folder/)
  })

  test('is told from another like it', () => {
    const labels = new MemberLabels()
    expect(['a.txt', 'a.txt', 'x/a.txt', './a.txt', 'x', 'x'].map((path) => labels.next(path))).toEqual([
      'a.txt',
      'a (2).txt',
      'x/a.txt',
      'a (3).txt',
      'x',
      'x (2)'
    ])
  })

  test('is told from a hundred thousand like it', () => {
    const labels = new MemberLabels()
    let last = ''
    // Trying every number from the beginning each time would take hours.
    for (let at = 0; at < 100_000; at++) last = labels.next('a.txt')
    expect(last).toBe('a (100000).txt')
    expect(labels.next('a (7).txt')).toBe('a (7) (2).txt')
  })
})
