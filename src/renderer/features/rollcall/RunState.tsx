import { Play, RefreshCw, Square } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import type { RollCall } from '#shared/model/rollcall'

/** How far a run is, with the way to stop it; after its end what is new, and the way to run it again or to go on. */
export function RunState({ rollCall }: Readonly<{ rollCall: RollCall }>): ReactNode {
  const { t } = useTranslation()
  const run = useAction('rollcall.run', ['rollcall.list', 'rollcall.lines'])
  const cancel = useAction('rollcall.cancel')
  const current = useCommand('rollcall.current', {}).data ?? null
  const { id, state, counts, newDocuments } = rollCall
  if (current !== null && current.id === id) {
    const { done, total, found, linesPerSecond } = current
    return (
      <div className="rollcall-run" role="status">
        <bdi>{t('rollcall.running', { done, total })}</bdi>
        <ProgressBar label={t('rollcall.progressLabel')} value={total === 0 ? null : done / total} />
        <bdi className="rollcall-quiet tabular">{t('rollcall.runningFacts', { found, speed: Math.round(linesPerSecond) })}</bdi>
        <Button onPress={() => void cancel({})}>
          <Square size={13} aria-hidden />
          {t('rollcall.cancel')}
        </Button>
      </div>
    )
  }
  // Between the press and the first word of how far it is, and after the last one.
  if (state === 'running') {
    return (
      <div className="rollcall-run" role="status">
        <bdi className="rollcall-run-words">{t('rollcall.state-running')}</bdi>
      </div>
    )
  }
  const isCutShort = state === 'cancelled' || state === 'interrupted' || state === 'failed'
  const news = [
    ...(counts.fresh > 0 ? [t('rollcall.freshLines', { count: counts.fresh })] : []),
    ...(newDocuments > 0 ? [t('rollcall.newDocuments', { count: newDocuments })] : [])
  ]
  return (
    <div className="rollcall-run" data-news={isCutShort || news.length > 0 || undefined}>
      <span className="rollcall-run-words">
        <bdi>
          {isCutShort
            ? t(state === 'failed' ? 'rollcall.failed' : 'rollcall.cutShort')
            : news.length > 0
              ? news.join(' · ')
              : t('rollcall.nothingNew')}
        </bdi>
      </span>
      <Button isDisabled={current !== null} onPress={() => void run({ id })}>
        {isCutShort ? <Play size={14} aria-hidden /> : <RefreshCw size={14} aria-hidden />}
        {t(isCutShort ? 'rollcall.goOn' : 'rollcall.runAgain')}
      </Button>
    </div>
  )
}
