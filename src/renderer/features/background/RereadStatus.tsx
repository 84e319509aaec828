import '#renderer/features/background/background.css'
import { X } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { on } from '#renderer/api/call.ts'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'

/** In the status bar while documents are read again: how far it is and how to stop it; at its end, what came of it. */
export function RereadStatus(): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const cancel = useAction('reread.cancel')
  const state = useCommand('reread.current', {}).data
  useEffect(
    () =>
      on('reread.progress', ({ running, done, improved }) => {
        if (!running)
          showDone(`${t('background.rereadDone', { count: done })} ${t('background.rereadGood', { count: improved })}`)
      }),
    [t]
  )
  if (state === undefined || !state.running) return null
  const words = t('background.reread', { done: format.number(state.done), total: format.number(state.total) })
  return (
    <div className="background-status">
      <span className="truncate tabular" role="status">
        {words}
      </span>
      <span className="background-bar">
        <ProgressBar label={words} value={state.total === 0 ? null : state.done / state.total} />
      </span>
      <IconButton label={t('background.rereadCancel')} onPress={() => void cancel({})}>
        <X size={14} aria-hidden />
      </IconButton>
    </div>
  )
}
