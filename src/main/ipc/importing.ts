import { access } from 'node:fs/promises'
import type { EngineClient } from '#main/engine-client'
import type { ImportChoices } from '#main/import-choices'
import { demandWritable } from '#main/ipc/demand-writable'
import type { MainHandlers } from '#main/ipc/main-handlers'
import type { NativeDialogs } from '#main/native-dialogs'
import { SanadError } from '#shared/errors'

export type ImportingHandlers = Pick<MainHandlers, 'import.choose' | 'import.chooseSample' | 'import.start'>

export type ImportingParts = Readonly<{
  engine: () => Promise<EngineClient>
  choices: ImportChoices
  dialogs: NativeDialogs
  /** Folder of the sample archive that comes with the program. */
  sampleFolder: string
}>

/** Choosing what to import, and starting it. The rest of an import's life is the engine's. */
export function importingHandlers({ engine, choices, dialogs, sampleFolder }: ImportingParts): ImportingHandlers {
  return {
    'import.choose': async ({ kind }) => {
      // Said before anything is chosen.
      await demandWritable(engine)
      const paths = await dialogs.chooseSources(kind)
      return paths.length === 0 ? null : choices.offer(paths)
    },
    'import.chooseSample': async () => {
      await access(sampleFolder).catch((cause: unknown) => {
        throw new SanadError('not-found', 'the sample archive is missing from this copy of Sanad', { cause })
      })
      await demandWritable(engine)
      return choices.offer([sampleFolder])
    },
    'import.start': async ({ choiceId }) => {
      await demandWritable(engine)
      return (await engine()).startImport(choices.take(choiceId))
    }
  }
}
