import { describe, expect, it } from 'vitest'
import { attentionRows } from '#renderer/features/attention/attention-rows.ts'
import type { Problem, ProblemCode } from '#shared/model/document'

const problem = (code: ProblemCode, path: string): Problem => ({ code, path, message: '', documentId: null })
const problems = [problem('damaged', 'a'), problem('timed-out', 'b'), problem('timed-out', 'c')]

describe('attentionRows', () => {
  it('puts each file under its reason, with the number of files', () => {
    const rows = attentionRows(problems, new Set())
    expect(rows.map((row) => (row.kind === 'reason' ? `${row.code} ${row.files}` : row.problem.path))).toEqual([
      'timed-out 2',
      'b',
      'c',
      'damaged 1',
      'a'
    ])
  })

  it('leaves out the files of a closed reason and keeps its number', () => {
    const rows = attentionRows(problems, new Set<ProblemCode>(['timed-out']))
    expect(rows).toHaveLength(3)
    expect(rows[0]).toEqual({ kind: 'reason', code: 'timed-out', files: 2, isOpen: false })
  })
})
