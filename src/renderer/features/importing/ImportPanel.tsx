import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { progressFacts, progressShare, progressTitle } from '#renderer/features/importing/progress-words.ts'
import { receiptLines } from '#renderer/features/importing/receipt-lines.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import type { ImportProgress } from '#shared/model/importing'

type Props = Readonly<{ progress: ImportProgress; onCancel: () => void }>

/** The running import at a closer look: counts so far, speed, and the file being read. */
export function ImportPanel({ progress, onCancel }: Props): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const pause = useAction('import.pause')
  const resume = useAction('import.resume')
  const isPaused = progress.state === 'paused'
  return (
    <div className="import-panel">
      <strong dir="auto">{progressTitle(progress, t)}</strong>
      <ProgressBar label={t('importing.progressLabel')} value={progressShare(progress)} />
      <p className="tabular">{progressFacts(progress, t, format)}</p>
      <dl>
        {receiptLines(progress.counts).map(({ id, files }) => (
          <div key={id}>
            <dt>{t(`importing.line-${id}`)}</dt>
            <dd className="tabular">{format.number(files)}</dd>
          </div>
        ))}
        {progress.counts.inside === 0 ? null : (
          <div>
            <dt>{t('importing.insideFound')}</dt>
            <dd className="tabular">{format.number(progress.counts.inside)}</dd>
          </div>
        )}
        {progress.counts.scans === 0 ? null : (
          <div>
            <dt>{t('importing.scansFound')}</dt>
            <dd className="tabular">{format.number(progress.counts.scans)}</dd>
          </div>
        )}
        <div>
          <dt>{t('importing.read')}</dt>
          <dd className="tabular">{format.bytes(progress.counts.bytes)}</dd>
        </div>
        <div>
          <dt>{t('importing.rate')}</dt>
          <dd className="tabular">
            {isPaused
              ? t('importing.state-paused')
              : t('importing.filesPerSecond', { count: Math.round(progress.filesPerSecond) })}
          </dd>
        </div>
        <div>
          <dt>{t('importing.current')}</dt>
          <dd className="truncate" dir="auto">
            {progress.current?.split(/[\\/]/).at(-1) ?? ''}
          </dd>
        </div>
      </dl>
      <p className="import-panel-note">{t('importing.sumRunning')}</p>
      <div className="import-panel-buttons">
        <Button onPress={() => void (isPaused ? resume({}) : pause({}))}>
          {t(isPaused ? 'importing.resume' : 'importing.pause')}
        </Button>
        <Button kind="danger" onPress={onCancel}>
          {t('importing.cancel')}
        </Button>
      </div>
    </div>
  )
}
