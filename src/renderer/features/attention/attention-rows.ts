import { groupProblems } from '#renderer/features/attention/problem-groups.ts'
import type { Problem, ProblemCode } from '#shared/model/document'

/** A line of the list: the heading of a reason, or a file under it. */
export type AttentionRow =
  | Readonly<{ kind: 'reason'; code: ProblemCode; files: number; isOpen: boolean }>
  | Readonly<{ kind: 'file'; problem: Problem }>

/** The list as it is drawn; files of a reason in `closed` are left out. */
export function attentionRows(problems: readonly Problem[], closed: ReadonlySet<ProblemCode>): AttentionRow[] {
  return groupProblems(problems).flatMap(({ code, problems: own }): AttentionRow[] => {
    const isOpen = !closed.has(code)
    const files = isOpen ? own.map((problem): AttentionRow => ({ kind: 'file', problem })) : []
    return [{ kind: 'reason', code, files: own.length, isOpen }, ...files]
  })
}
