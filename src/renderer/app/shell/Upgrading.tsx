import { Archive } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import type { ArchiveUpgrade } from '#shared/model/app'

/** What the window shows while an archive of an earlier version is brought to this one: what is done, and that nothing is at risk. */
export function Upgrading({ upgrade }: Readonly<{ upgrade: ArchiveUpgrade }>): ReactNode {
  const { t } = useTranslation()
  const title = t('shell.upgradeTitle')
  return (
    <main className="no-archive">
      <EmptyState icon={<Archive size={36} strokeWidth={1.4} />} title={title}>
        <p>{t('shell.upgradeDetail')}</p>
        {/* The copy that is made first tells of no steps. */}
        <ProgressBar label={title} value={upgrade.done === 0 ? null : upgrade.done / upgrade.total} />
      </EmptyState>
    </main>
  )
}
