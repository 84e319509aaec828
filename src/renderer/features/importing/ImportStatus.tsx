import '#renderer/features/importing/importing.css'
import { Pause, Play, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { useActions } from '#renderer/app/store.ts'
import { CancelImportDialog } from '#renderer/features/importing/CancelImportDialog.tsx'
import { ImportPanel } from '#renderer/features/importing/ImportPanel.tsx'
import { progressFacts, progressShare, progressTitle } from '#renderer/features/importing/progress-words.ts'
import { hasEnded, useImportProgress, useSetImportProgress } from '#renderer/features/importing/use-import-progress.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Popover } from '#renderer/ui/Popover.tsx'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import type { ImportProgress } from '#shared/model/importing'

/** In the status bar: what is being imported, how far it is, and how to pause or end it; then that it ended. */
export function ImportStatus(): ReactNode {
  const progress = useImportProgress()
  if (progress === null) return null
  if (progress.state === 'interrupted') return <Interrupted progress={progress} />
  return hasEnded(progress) ? <Ended progress={progress} /> : <UnderWay progress={progress} />
}

function UnderWay({ progress }: Readonly<{ progress: ImportProgress }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const pause = useAction('import.pause')
  const resume = useAction('import.resume')
  const [isAsking, setAsking] = useState(false)
  const isPaused = progress.state === 'paused'
  return (
    <div className="import-status">
      <Popover
        label={t('importing.panelTitle')}
        placement="top start"
        trigger={
          <Button kind="quiet" aria-label={t('importing.details')}>
            <span className="truncate">{progressTitle(progress, t)}</span>
          </Button>
        }
      >
        <ImportPanel progress={progress} onCancel={() => setAsking(true)} />
      </Popover>
      <span className="import-status-bar">
        <ProgressBar label={t('importing.progressLabel')} value={progressShare(progress)} />
      </span>
      <span className="import-status-facts tabular truncate">{progressFacts(progress, t, format)}</span>
      <IconButton
        label={t(isPaused ? 'importing.resume' : 'importing.pause')}
        onPress={() => void (isPaused ? resume({}) : pause({}))}
      >
        {isPaused ? <Play size={13} aria-hidden /> : <Pause size={13} aria-hidden />}
      </IconButton>
      <IconButton label={t('importing.cancel')} onPress={() => setAsking(true)}>
        <X size={14} aria-hidden />
      </IconButton>
      {isAsking ? <CancelImportDialog onClose={() => setAsking(false)} /> : null}
    </div>
  )
}

function Ended({ progress }: Readonly<{ progress: ImportProgress }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const setProgress = useSetImportProgress()
  return (
    <div className="import-status">
      <span className="truncate">{progressTitle(progress, t)}</span>
      {progress.failure === null ? null : (
        <span className="truncate import-status__failure">{t(`error.${progress.failure}`)}</span>
      )}
      <Button kind="quiet" onPress={() => actions.showDialog({ kind: 'receipt', importId: progress.importId })}>
        {t('importing.showReceipt')}
      </Button>
      <IconButton label={t('common.dismiss')} onPress={() => setProgress(null)}>
        <X size={14} aria-hidden />
      </IconButton>
    </div>
  )
}

function Interrupted({ progress }: Readonly<{ progress: ImportProgress }>): ReactNode {
  const { t } = useTranslation()
  const restart = useAction('import.restart')
  const setProgress = useSetImportProgress()
  const takeUp = async (): Promise<void> => {
    const begun = await restart({ id: progress.importId })
    if (begun !== undefined) setProgress(begun)
  }
  return (
    <div className="import-status import-status--interrupted">
      <span className="truncate" title={t('importing.interruptedDetail')}>
        {progressTitle(progress, t)}
      </span>
      <Button kind="quiet" onPress={() => void takeUp()}>
        {t('importing.takeUp')}
      </Button>
      <IconButton label={t('common.dismiss')} onPress={() => setProgress(null)}>
        <X size={14} aria-hidden />
      </IconButton>
    </div>
  )
}
