import { describe, expect, it } from 'vitest'
import { groupProblems } from '#renderer/features/attention/problem-groups.ts'
import type { Problem, ProblemCode } from '#shared/model/document'

const problem = (code: ProblemCode, path: string): Problem => ({ code, path, message: '', documentId: null })

describe('groupProblems', () => {
  it('puts the most frequent reason first and keeps the files in order', () => {
    const groups = groupProblems([
      problem('damaged', 'a'),
      problem('not-readable-yet', 'b'),
      problem('timed-out', 'c'),
      problem('timed-out', 'd')
    ])
    expect(groups.map((group) => [group.code, group.problems.map((one) => one.path)])).toEqual([
      ['timed-out', ['c', 'd']],
      ['not-readable-yet', ['b']],
      ['damaged', ['a']]
    ])
  })

  it('is empty for none', () => expect(groupProblems([])).toEqual([]))
})
