import { basename } from 'node:path'
import type { EngineClient } from '#main/engine-client'
import type { MainHandlers } from '#main/ipc/main-handlers'
import type { NativeDialogs } from '#main/native-dialogs'

/** The custody log as a file: its path stays here. */
export function custodyHandlers(
  engine: () => Promise<EngineClient>,
  dialogs: Pick<NativeDialogs, 'saveLog'>
): Pick<MainHandlers, 'custody.export'> {
  return {
    'custody.export': async () => {
      const client = await engine()
      const file = await dialogs.saveLog(new Date().toISOString().slice(0, 10))
      if (file === undefined) return null
      const { entries } = await client.exportCustody(file)
      return { name: basename(file), entries }
    }
  }
}
