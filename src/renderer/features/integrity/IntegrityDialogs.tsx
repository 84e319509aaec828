import '#renderer/features/integrity/integrity.css'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { on } from '#renderer/api/call.ts'
import { showDone, showWarning } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { Mending } from '#renderer/features/integrity/Mending.tsx'
import { VerifyReport } from '#renderer/features/integrity/VerifyReport.tsx'
import { isolated } from '#renderer/i18n/isolated.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { verifyWords } from '#renderer/i18n/verify-words.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import { ProgressLine } from '#renderer/ui/ProgressLine.tsx'
import { isWell } from '#shared/model/integrity'

/** The report of a verification, the question before a snapshot is restored, and mending an archive that did not open. */
export function IntegrityDialogs(): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const dialog = useAppState((state) => state.dialog)
  useEffect(
    () =>
      on('integrity.ended', (ended) => {
        if (isWell(ended)) return showDone(t('integrity.endedGood'))
        const onPress = (): void => actions.showDialog({ kind: 'verify-report' })
        showWarning(t('integrity.endedBad'), { label: t('integrity.showReport'), onPress })
      }),
    [t, actions]
  )
  return (
    <>
      {dialog?.kind === 'verify-report' ? <ReportDialog onClose={actions.closeDialog} /> : null}
      {dialog?.kind === 'restore-snapshot' ? <RestoreDialog day={dialog.day} onClose={actions.closeDialog} /> : null}
      <MendingDialog />
    </>
  )
}

function ReportDialog({ onClose }: Readonly<{ onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const running = useCommand('integrity.state', {}).data?.running ?? null
  const report = useCommand('integrity.report', {}, { enabled: running === null }).data
  const verify = useAction('integrity.verify', ['integrity.state'])
  const reveal = useAction('archive.reveal')
  const hasReport = running === null && report !== undefined && report !== null
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('integrity.reportTitle')}
      closeLabel={t('common.close')}
      footer={
        <>
          {hasReport && !isWell(report) ? <Button onPress={() => void reveal({})}>{t('integrity.revealFolder')}</Button> : null}
          <Button isDisabled={running !== null} onPress={() => void verify({})}>
            {t('integrity.verifyAgain')}
          </Button>
        </>
      }
    >
      {running !== null ? (
        <ProgressLine words={verifyWords(running, format, t)} label={t('integrity.running')} value={running.done} />
      ) : report === undefined || report === null ? (
        <p>{t('integrity.reportNone')}</p>
      ) : (
        <VerifyReport report={report} />
      )}
    </Dialog>
  )
}

function RestoreDialog({ day, onClose }: Readonly<{ day: string; onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const restore = useAction('integrity.restore')
  const verify = useAction('integrity.verify', ['integrity.state'])
  const [isRestoring, setRestoring] = useState(false)
  const when = format.date(day, 'long')
  const confirm = async (): Promise<void> => {
    setRestoring(true)
    const outcome = await restore({ day })
    setRestoring(false)
    if (outcome === undefined) return
    showDone(t('integrity.restored', { day: when }))
    if (outcome.state.open === null) return onClose()
    await verify({})
    actions.showDialog({ kind: 'verify-report' })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      isDismissable={!isRestoring}
      role="alertdialog"
      width="narrow"
      title={t('integrity.restoreTitle', { day: when })}
      closeLabel={t('common.close')}
      footer={
        <>
          <Button autoFocus isDisabled={isRestoring} onPress={onClose}>
            {t('integrity.restoreCancel')}
          </Button>
          <Button kind="danger" isDisabled={isRestoring} onPress={() => void confirm()}>
            {t('integrity.restoreConfirm')}
          </Button>
        </>
      }
    >
      <div className="integrity-restore">
        <p>{t('integrity.restoreDetail')}</p>
        <p>{t('integrity.restoreKept')}</p>
        {isRestoring ? <ProgressBar label={t('integrity.mending')} value={null} /> : null}
      </div>
    </Dialog>
  )
}

/** Opens when an archive was opened by hand and is damaged; at the start, the screen offers the same. */
function MendingDialog(): ReactNode {
  const { t } = useTranslation()
  const [name, setName] = useState<string | null>(null)
  const problem = useCommand('archive.state', {}).data?.problem ?? null
  useEffect(() => on('archive.damaged', (damaged) => setName(damaged.name)), [])
  if (name === null || problem?.code === 'archive-damaged') return null
  const close = (): void => setName(null)
  return (
    <Dialog
      isOpen
      onClose={close}
      isDismissable={false}
      title={t('integrity.mendTitle', { name: isolated(name) })}
      closeLabel={t('common.close')}
    >
      <Mending onMended={close} />
    </Dialog>
  )
}
