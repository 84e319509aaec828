import { realpathSync } from 'node:fs'
import { basename } from 'node:path'
import type { Extractor } from '#engine/extract/job'
import { plainFile } from '#engine/sealed/stored-file'
import { SanadError } from '#shared/errors'
import type { ListChoice, ListReading, RollCallMode } from '#shared/model/rollcall'

/** Reads a file as a list, in a parser process. Throws SanadError `list-not-readable` with the reason. */
export async function listFromFile(
  extractor: Extractor,
  file: string,
  choice: ListChoice,
  mode: RollCallMode
): Promise<ListReading> {
  const answer = await extractor.run({ task: 'list', file: plainFile(followed(file)), name: basename(file), choice, mode })
  if (answer.task === 'refused') throw new SanadError('list-not-readable', answer.message)
  return answer.list
}

/** A person may have chosen a link; what is not there is told by whoever opens it. */
function followed(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return file
  }
}
