import type { PieceGroup } from '#renderer/features/reader/groups.ts'
import type { Piece } from '#renderer/features/reader/pieces.ts'
import type { BlockRole } from '#shared/model/block'

/** Neighbouring elements of one role on one page, drawn inside one frame with one label. */
export type RoleRun = Readonly<{
  role: BlockRole | null
  /** The page, slide or sheet that begins here; null where none does. */
  newPage: number | null
  groups: readonly PieceGroup[]
}>

/** The first piece of an element. */
export function firstPiece(group: PieceGroup): Piece | undefined {
  return group.kind === 'single' ? group.piece : group.pieces[0]
}

/**
 * Gathers elements by role and page. `pageBefore`: the page of the element before the first; null where there is none, and then its
 * page begins here too. Cost: linear.
 */
export function roleRuns(groups: readonly PieceGroup[], pageBefore: number | null): RoleRun[] {
  const runs: { role: BlockRole | null; newPage: number | null; groups: PieceGroup[] }[] = []
  let page = pageBefore
  for (const group of groups) {
    const block = firstPiece(group)?.block
    const role = block?.role ?? null
    const own = block?.page ?? null
    const newPage = own === page ? null : own
    page = own ?? page
    const last = runs.at(-1)
    if (last !== undefined && last.role === role && newPage === null && !standsAlone(role)) last.groups.push(group)
    else runs.push({ role, newPage, groups: [group] })
  }
  return runs
}

/** Each comment is somebody's own. */
function standsAlone(role: BlockRole | null): boolean {
  return role === 'comment'
}
