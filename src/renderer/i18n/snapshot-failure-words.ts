import type { TFunction } from 'i18next'
import type { Format } from '#renderer/i18n/format.ts'
import type { Snapshot, SnapshotFailure } from '#shared/model/integrity'

/** Why no snapshot could be taken and what to do, and what there is all the same: a paragraph each. `newest`: the newest there is. */
export function snapshotFailureWords(
  { at, trouble, lacking }: SnapshotFailure,
  newest: Snapshot | undefined,
  format: Format,
  t: TFunction
): readonly [why: string, left: string] {
  const why = [
    t('integrity.snapshotFailedOn', { when: format.moment(at) }),
    t(`integrity.snapshotTrouble-${trouble}`),
    ...(lacking === null ? [] : [t('integrity.snapshotLacking', { size: format.bytes(lacking) })])
  ]
  const left =
    newest === undefined
      ? t('integrity.snapshotsNoOlder')
      : t('integrity.snapshotsOlder', { day: format.date(newest.day, 'long') })
  return [why.join(' '), left]
}
