import { LockKeyholeOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { ExplainedStatus } from '#renderer/ui/ExplainedStatus.tsx'

/** In the status bar of an archive that is only partly encrypted, or decrypted: that it is so; behind it, why, and what to do. */
export function UnfinishedChangeStatus(): ReactNode {
  const { t } = useTranslation()
  const change = useCommand('archive.state', {}).data?.open?.unfinishedChange ?? null
  if (change === null) return null
  return (
    <ExplainedStatus
      icon={<LockKeyholeOpen size={13} aria-hidden />}
      label={t(`lock.unfinished-${change}`)}
      title={t(`lock.unfinishedTitle-${change}`)}
    >
      <p>{t(`lock.unfinishedWhy-${change}`)}</p>
      <p>{t(`lock.unfinishedWhatToDo-${change}`)}</p>
    </ExplainedStatus>
  )
}
