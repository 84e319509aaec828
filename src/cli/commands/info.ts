import { type Arguments, UsageError } from '#cli/arguments'
import type { Output, Prepared } from '#cli/output'
import type { Session } from '#cli/session'
import { countArchive } from '#engine/store/archive-facts'
import { SCHEMA_VERSION } from '#engine/store/migrate'
import { SANAD_VERSION } from '#shared/version'

/** Counts of the archive as a whole. */
export function prepareInfo({ operands }: Arguments): Prepared {
  if (operands.length > 0) throw new UsageError('“sanad info” takes options only.')
  return describeArchive
}

function describeArchive({ archive }: Session): Output {
  const json = { ...countArchive(archive.db), schemaVersion: SCHEMA_VERSION, sanad: SANAD_VERSION }
  const languages = Object.entries(json.languages).map(([language, n]) => `${language} ${n}`)
  return {
    json,
    text: [
      `${archive.name}: ${archive.directory}`,
      `${json.documents} documents, ${json.originals} originals, ${json.bytes} bytes`,
      `languages: ${languages.join(', ') || 'none'}`,
      `schema ${json.schemaVersion}, Sanad ${json.sanad}`
    ].join('\n')
  }
}
