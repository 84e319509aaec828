import type { FoundMember } from '#engine/extract/job'
import { isDiskTrouble } from '#engine/import/batch-writer'
import type { Budget, Depth } from '#engine/import/budget'
import { MemberFolders } from '#engine/import/member-folders'
import { MemberLabels, memberLabel } from '#engine/import/member-label'
import type { TakeDocument, TakenDocument } from '#engine/import/take-document'
import type { Seen } from '#engine/import/write-unit'
import type { TakenFile } from '#engine/originals/take-file'
import type { SpoolFolder } from '#engine/originals/take-spooled'
import { findOriginal } from '#engine/store/originals'
import type { DocumentId } from '#shared/model/ids'

/** A committed document whose members are taken. */
export type Container = Readonly<{
  id: DocumentId
  place: Seen
  taken: TakenFile
  /** Whether it takes one of the archives that may be opened inside each other. */
  isArchive: boolean
  budget: Budget
  depth: Depth
}>

/** Members under way at once, for each extract process. Those inside members share them. */
const LANES_PER_PROCESS = 2

/**
 * Takes everything a container holds, in order, a few at a time. Resolves with whether all of it is committed: false when the import was
 * ended meanwhile. Rejects for trouble with the archive's own disk.
 */
export async function takeMembers(
  documents: TakeDocument,
  container: Container,
  members: readonly FoundMember[],
  spool: SpoolFolder
): Promise<boolean> {
  const { gate, extractor, writer } = documents.parts
  const member = new MemberTaker(documents, container, spool)
  // All before any is taken: so each has the same label next time, whichever is read first.
  const labels = labelsOf(members)
  const lanes = container.place.held ? 1 : extractor.width * LANES_PER_PROCESS
  const rest = members.entries()
  let isComplete = true
  const lane = async (): Promise<void> => {
    for (const [ordinal, found] of rest) {
      if (!(await gate.pass())) {
        isComplete = false
        return
      }
      if (!(await member.take(found, ordinal, labels[ordinal] ?? memberLabel('')))) isComplete = false
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: Math.min(lanes, members.length) }, lane))
  writer.flush()
  const areCommitted = await member.committed()
  for (const end of ended) if (end.status === 'rejected') throw end.reason
  return isComplete && areCommitted
}

function labelsOf(members: readonly FoundMember[]): string[] {
  const labels = new MemberLabels()
  return members.map((member) => labels.next(member.kind === 'resource' ? member.key : member.path))
}

class MemberTaker {
  readonly #documents: TakeDocument
  readonly #container: Container
  readonly #spool: SpoolFolder
  readonly #folders: MemberFolders
  readonly #underWay = new Set<Promise<unknown>>()
  #failed = false

  constructor(documents: TakeDocument, container: Container, spool: SpoolFolder) {
    this.#documents = documents
    this.#container = container
    this.#spool = spool
    this.#folders = new MemberFolders(container.place, container.budget)
  }

  /** Resolves when the member, with all it holds, is handed to the writer; with whether that went well. */
  async take(found: FoundMember, ordinal: number, label: string): Promise<boolean> {
    const path = `${this.#container.place.path}/${label}`
    const { units, writes } = this.#documents.parts
    if (found.kind === 'refused') {
      this.#follow(writes.settle(path, units.refuseMember(path, this.#container.id, ordinal, found), true))
      return true
    }
    const taken = await this.#keepable(found.file)
    if (!taken) {
      const refusal = {
        code: 'vanished',
        message: 'It was taken out of the file around it, and was gone before it could be kept.'
      } as const
      this.#follow(writes.settle(path, units.refuseMember(path, this.#container.id, ordinal, refusal), true))
      return false
    }
    if (found.kind === 'resource') {
      await taken.keep?.()
      this.#follow(writes.settle(path, units.addResource(this.#container.id, found.key, path, taken), true))
      return true
    }
    return await this.#takeDocument(
      found,
      { ...taken, modifiedAt: found.modifiedAt ?? this.#container.taken.modifiedAt },
      ordinal,
      label
    )
  }

  /** Resolves when all that was handed over is committed, with whether it is. */
  async committed(): Promise<boolean> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
    return !this.#failed
  }

  async #takeDocument(
    found: Extract<FoundMember, { kind: 'document' }>,
    taken: TakenFile,
    ordinal: number,
    label: string
  ): Promise<boolean> {
    const { id: containerId, place, isArchive, budget, depth } = this.#container
    const declared = found.declared === null ? null : JSON.stringify(found.declared)
    const held = { containerId, ordinal, relation: found.relation, label, declared }
    const made: TakenDocument = await this.#documents.take({
      place: { path: `${place.path}/${label}`, folder: this.#folders.of(found, label), held },
      taken,
      declared: found.declared,
      budget,
      depth: { levels: depth.levels - 1, archives: depth.archives - (isArchive ? 1 : 0) },
      partsOf: async () => []
    })
    this.#follow(made.committed)
    return made.open ? await made.open() : true
  }

  async #keepable(name: string): Promise<Omit<TakenFile, 'modifiedAt'> | undefined> {
    const { archive, gate } = this.#documents.parts
    const isKnown = (sha256: Uint8Array): boolean =>
      findOriginal(archive.db, sha256) !== undefined && archive.originals.isKept(sha256)
    const betweenChunks = async (): Promise<void> => {
      await new Promise(setImmediate)
      await gate.pass()
    }
    try {
      return await archive.originals.takeSpooled(this.#spool, name, isKnown, betweenChunks)
    } catch (error) {
      if (isDiskTrouble(error)) throw error
      console.error('import: a member could not be kept', error)
      return undefined
    }
  }

  #follow(committed: Promise<boolean>): void {
    const followed = committed.then((isIn) => {
      if (!isIn) this.#failed = true
      this.#underWay.delete(followed)
    })
    this.#underWay.add(followed)
  }
}
