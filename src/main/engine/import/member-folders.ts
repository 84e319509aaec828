import { basename, dirname } from 'node:path/posix'
import type { FoundMember } from '#engine/extract/job'
import type { Budget } from '#engine/import/budget'
import type { SourceFolder } from '#engine/import/walk'
import type { Seen } from '#engine/import/write-unit'

/** Folders inside each other that names in an archive may make. Each has a row for every one above it. */
const DEEPEST = 32

/** The folders in which the members of one container lie. Names are labels: nothing is made on disk. */
export class MemberFolders {
  readonly #place: Seen
  readonly #budget: Pick<Budget, 'spendFolder'>
  readonly #known = new Map<string, SourceFolder>()
  readonly #root: SourceFolder

  constructor(place: Seen, budget: Pick<Budget, 'spendFolder'>) {
    this.#place = place
    this.#budget = budget
    const name = basename(place.path.replaceAll('\\', '/'))
    this.#root = { path: place.path, name, parent: place.folder, isContainer: true }
  }

  /**
   * What a message brings lies in the message's own folder; a file that is there to hold others is a folder itself, with those inside it.
   * What lies deeper than any folder of people, or in more of them, lies in the last one that is made: its label keeps the whole path.
   */
  of({ relation }: Extract<FoundMember, { kind: 'document' }>, label: string): SourceFolder {
    if (relation === 'attachment') return this.#place.folder
    const inside = dirname(label)
    if (relation !== 'entry' || inside === '.') return this.#root
    let folder = this.#root
    for (const name of inside.split('/').slice(0, DEEPEST)) {
      const next = this.#inside(folder, name)
      if (next === undefined) break
      folder = next
    }
    return folder
  }

  #inside(parent: SourceFolder, name: string): SourceFolder | undefined {
    const path = `${parent.path}/${name}`
    const known = this.#known.get(path)
    if (known || !this.#budget.spendFolder()) return known
    const folder: SourceFolder = { path, name, parent, isContainer: true }
    this.#known.set(path, folder)
    return folder
  }
}
