import { KeyRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import type { PassphraseWork } from '#shared/model/app'

/** What the window shows while an archive is encrypted or decrypted: how far it is, and that it may be cut short. */
export function PassphraseWorkScreen({ work }: Readonly<{ work: PassphraseWork }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const title = t(`lock.working-${work.what}`)
  return (
    <main className="no-archive">
      <EmptyState icon={<KeyRound size={36} strokeWidth={1.4} />} title={title}>
        <p>{t(`lock.workingDetail-${work.what}`)}</p>
        <div className="lock-work" role="status">
          <ProgressBar label={title} value={work.total === 0 ? null : work.done / work.total} />
          {work.total === 0 ? null : (
            <span className="tabular">{t('lock.workingShare', { share: format.percent(work.done / work.total) })}</span>
          )}
        </div>
      </EmptyState>
    </main>
  )
}
