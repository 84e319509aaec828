import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { OcrStatus } from '#renderer/features/background/OcrStatus.tsx'
import { RereadStatus } from '#renderer/features/background/RereadStatus.tsx'
import { ImportStatus } from '#renderer/features/importing/ImportStatus.tsx'
import { IntegrityStatus } from '#renderer/features/integrity/IntegrityStatus.tsx'
import { SnapshotFailureStatus } from '#renderer/features/integrity/SnapshotFailureStatus.tsx'
import { ReadOnlyStatus } from '#renderer/features/library/ReadOnlyStatus.tsx'
import { LockButton } from '#renderer/features/lock/LockButton.tsx'
import { UnfinishedChangeStatus } from '#renderer/features/lock/UnfinishedChangeStatus.tsx'
import { NetworkStatus } from '#renderer/features/network/NetworkStatus.tsx'
import { useFormat } from '#renderer/i18n/use-format.ts'

/** Always in sight: that nothing goes out, what is being imported or read in the background, how large the archive is. */
export function StatusBar({ hasArchive, isNarrow }: Readonly<{ hasArchive: boolean; isNarrow: boolean }>): ReactNode {
  return (
    <footer className="status-bar">
      <NetworkStatus />
      {hasArchive ? <ReadOnlyStatus /> : null}
      {hasArchive ? <UnfinishedChangeStatus /> : null}
      {hasArchive ? <SnapshotFailureStatus /> : null}
      <div className="status-import">{hasArchive ? <ImportStatus /> : null}</div>
      {hasArchive ? <RereadStatus /> : null}
      {hasArchive ? <OcrStatus /> : null}
      {hasArchive ? <IntegrityStatus /> : null}
      {hasArchive && !isNarrow ? <Facts /> : null}
      {hasArchive ? <LockButton /> : null}
    </footer>
  )
}

function Facts(): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const info = useCommand('archive.info', {}, { keepPrevious: true }).data
  if (info === undefined) return null
  return (
    <span className="status-facts tabular">
      {t('shell.facts', { documents: t('common.documents', { count: info.documents }), size: format.bytes(info.bytes) })}
    </span>
  )
}
