import { type Arguments, UsageError } from '#cli/arguments'
import type { Output, Prepared } from '#cli/output'
import type { Session } from '#cli/session'
import { snapshotFailureSentence } from '#cli/snapshot-failure-sentence'
import { listSnapshots } from '#engine/integrity/snapshots'
import { countArchive } from '#engine/store/archive-facts'
import { SCHEMA_VERSION } from '#engine/store/migrate'
import { findSnapshotFailure } from '#engine/store/snapshot-failure'
import { SANAD_VERSION } from '#shared/version'

/** Counts of the archive as a whole, and whether its snapshots are taken. */
export function prepareInfo({ operands }: Arguments): Prepared {
  if (operands.length > 0) throw new UsageError('“sanad info” takes options only.')
  return describeArchive
}

function describeArchive({ archive }: Session): Output {
  const snapshots = listSnapshots(archive.directory).map(({ day }) => day)
  const failure = findSnapshotFailure(archive.db)
  const json = {
    ...countArchive(archive.db),
    snapshots,
    snapshotFailure: failure,
    schemaVersion: SCHEMA_VERSION,
    sanad: SANAD_VERSION
  }
  const languages = Object.entries(json.languages).map(([language, n]) => `${language} ${n}`)
  return {
    json,
    text: [
      `${archive.name}: ${archive.directory}`,
      `${json.documents} documents, ${json.originals} originals, ${json.bytes} bytes`,
      `languages: ${languages.join(', ') || 'none'}`,
      `snapshots: ${snapshots.join(', ') || 'none'}`,
      ...(failure ? [snapshotFailureSentence(failure)] : []),
      `schema ${json.schemaVersion}, Sanad ${json.sanad}`
    ].join('\n')
  }
}
