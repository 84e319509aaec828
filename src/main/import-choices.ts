import { randomUUID } from 'node:crypto'
import { SanadError } from '#shared/errors'
import type { ImportPreview } from '#shared/model/importing'

export type ImportChoices = Readonly<{
  /** Looks into what a person chose and keeps its paths under a new choice id; the choice before it expires. */
  offer: (paths: readonly string[]) => Promise<ImportPreview>
  /** The paths of the live choice, once. Throws `choice-expired` for any other id. */
  take: (choiceId: string) => readonly string[]
  /** Drops the live choice. */
  forget: () => void
}>

/** Looks at files that could be imported: counts only. */
export type Preview = (paths: readonly string[]) => Promise<Omit<ImportPreview, 'choiceId'>>

/** Keeps the paths of the one live choice here, so that the window only ever holds a random id. */
export function createImportChoices(look: Preview): ImportChoices {
  let live: Readonly<{ choiceId: string; paths: readonly string[] }> | undefined
  return {
    offer: async (paths) => {
      const choiceId = randomUUID()
      live = { choiceId, paths }
      return { choiceId, ...(await look(paths)) }
    },
    take: (choiceId) => {
      if (live?.choiceId !== choiceId) throw new SanadError('choice-expired', 'this choice of files was replaced by a newer one')
      const { paths } = live
      live = undefined
      return paths
    },
    forget: () => {
      live = undefined
    }
  }
}
