import { History } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useReadAgain } from '#renderer/features/attention/ReasonActions.tsx'
import { Button } from '#renderer/ui/Button.tsx'

/** Says that an older version read some documents, and has them read again. Nothing where all are up to date. */
export function Outdated(): ReactNode {
  const { t } = useTranslation()
  const { start, isRunning } = useReadAgain()
  const documents = useCommand('reread.outdated', {}).data?.documents ?? 0
  if (documents === 0) return null
  return (
    <div className="attention-outdated">
      <History size={16} aria-hidden />
      <p>{t('attention.outdated', { count: documents })}</p>
      <Button isDisabled={isRunning} onPress={() => void start({ what: 'outdated' })}>
        {t(isRunning ? 'attention.readingAgain' : 'attention.readAgain')}
      </Button>
    </div>
  )
}
