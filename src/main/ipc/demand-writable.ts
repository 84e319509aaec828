import type { EngineClient } from '#main/engine-client'
import { SanadError } from '#shared/errors'

/** Throws SanadError `archive-read-only` where nothing can be written, before a command asks anybody or takes anything. */
export async function demandWritable(engine: () => Promise<EngineClient>): Promise<void> {
  const { isReadOnly, directory } = await engine()
  if (isReadOnly) throw new SanadError('archive-read-only', `${directory} lies where nothing can be written`)
}
