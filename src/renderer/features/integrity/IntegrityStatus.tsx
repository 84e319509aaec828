import '#renderer/features/integrity/integrity.css'
import { Pause, Play, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { verifyWords } from '#renderer/i18n/verify-words.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'

/** In the status bar while the archive is verified: how far that is, and how to pause or stop it. */
export function IntegrityStatus(): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const pause = useAction('integrity.pause')
  const resume = useAction('integrity.resume')
  const cancel = useAction('integrity.cancel')
  const running = useCommand('integrity.state', {}).data?.running ?? null
  if (running === null) return null
  const words = verifyWords(running, format, t)
  const isPaused = running.state === 'paused'
  return (
    <div className="integrity-status">
      <span className="truncate tabular" role="status">
        {words}
      </span>
      <span className="integrity-bar">
        <ProgressBar label={words} value={running.done} />
      </span>
      <IconButton
        label={t(isPaused ? 'integrity.resume' : 'integrity.pause')}
        onPress={() => void (isPaused ? resume({}) : pause({}))}
      >
        {isPaused ? <Play size={13} aria-hidden /> : <Pause size={13} aria-hidden />}
      </IconButton>
      <IconButton label={t('integrity.cancel')} onPress={() => void cancel({})}>
        <X size={14} aria-hidden />
      </IconButton>
    </div>
  )
}
