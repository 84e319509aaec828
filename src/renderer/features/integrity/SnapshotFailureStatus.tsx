import { DatabaseBackup } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { snapshotFailureWords } from '#renderer/i18n/snapshot-failure-words.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { ExplainedStatus } from '#renderer/ui/ExplainedStatus.tsx'

/** In the status bar once a snapshot could not be taken, until one is: that it is so; behind it, why, and what to do. */
export function SnapshotFailureStatus(): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const state = useCommand('integrity.state', {}).data
  // Where nothing can be written at all, that is what the status bar says.
  const isReadOnly = useCommand('archive.state', {}).data?.open?.isReadOnly === true
  const failure = state?.snapshotFailure ?? null
  if (state === undefined || failure === null || isReadOnly) return null
  return (
    <ExplainedStatus
      icon={<DatabaseBackup size={13} aria-hidden />}
      label={t('integrity.snapshotFailed')}
      title={t('integrity.snapshotFailedTitle')}
    >
      {snapshotFailureWords(failure, state.snapshots[0], format, t).map((words) => (
        <p key={words}>{words}</p>
      ))}
      <p>{t('integrity.snapshotTriedAgain')}</p>
    </ExplainedStatus>
  )
}
