import { PROBLEM_CODES, type Problem, type ProblemCode } from '#shared/model/document'

/** Files with the same trouble. */
export type ProblemGroup = Readonly<{ code: ProblemCode; problems: readonly Problem[] }>

/** Gathers problems by reason, the most frequent first, equal ones in the order of `PROBLEM_CODES`; files keep their order. */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const byCode = new Map<ProblemCode, Problem[]>()
  for (const problem of problems) {
    const own = byCode.get(problem.code)
    if (own === undefined) byCode.set(problem.code, [problem])
    else own.push(problem)
  }
  return [...byCode]
    .map(([code, own]) => ({ code, problems: own }))
    .sort((a, b) => b.problems.length - a.problems.length || PROBLEM_CODES.indexOf(a.code) - PROBLEM_CODES.indexOf(b.code))
}
