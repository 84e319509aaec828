import { PencilOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { ExplainedStatus } from '#renderer/ui/ExplainedStatus.tsx'

/** In the status bar of an archive that lies where nothing can be written: that it is so; behind it, why, and what to do. */
export function ReadOnlyStatus(): ReactNode {
  const { t } = useTranslation()
  const isReadOnly = useCommand('archive.state', {}).data?.open?.isReadOnly === true
  if (!isReadOnly) return null
  return (
    <ExplainedStatus icon={<PencilOff size={13} aria-hidden />} label={t('shell.readOnly')} title={t('shell.readOnlyTitle')}>
      <p>{t('shell.readOnlyWhy')}</p>
      <p>{t('shell.readOnlyWhatToDo')}</p>
    </ExplainedStatus>
  )
}
