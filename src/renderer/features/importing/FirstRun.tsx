import '#renderer/features/importing/first-run.css'
import { BookOpen, FolderInput, HardDrive, LockKeyhole, ShieldCheck } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { useRunShortcut } from '#renderer/app/Shortcuts.tsx'
import { progressFacts, progressShare, progressTitle } from '#renderer/features/importing/progress-words.ts'
import { isUnderWay, useImportProgress, useSetImportProgress } from '#renderer/features/importing/use-import-progress.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'

/** An archive with nothing in it yet: two ways to begin, what else can be done before (`offer`), and what Sanad promises. */
export function FirstRun({ offer }: Readonly<{ offer: ReactNode }>): ReactNode {
  const { t } = useTranslation()
  const progress = useImportProgress()
  return (
    <div className="first-run">
      <div className="first-run-column">
        <span className="first-run-mark" aria-hidden>
          س
        </span>
        <h1>{t('importing.welcome')}</h1>
        <p className="first-run-lead">{t('importing.welcomeDetail')}</p>
        {progress !== null && isUnderWay(progress) ? (
          <FirstImport />
        ) : (
          <>
            <Choices />
            {offer}
          </>
        )}
        <Promises />
      </div>
    </div>
  )
}

function Choices(): ReactNode {
  const { t } = useTranslation()
  const run = useRunShortcut()
  const sample = useImportSample()
  return (
    <div className="first-run-choices">
      <Button className="first-run-choice first-run-choice--main" onPress={() => run('import-folder')}>
        <FolderInput size={20} aria-hidden />
        <strong>{t('importing.chooseFolder')}</strong>
        <span>{t('importing.chooseFolderDetail')}</span>
      </Button>
      <Button className="first-run-choice" isDisabled={sample.isStarting} onPress={() => void sample.start()}>
        <BookOpen size={20} aria-hidden />
        <strong>{t('importing.chooseSample')}</strong>
        <span>{t('importing.chooseSampleDetail')}</span>
      </Button>
    </div>
  )
}

/** The sample comes with the program, so one press is enough. */
function useImportSample(): Readonly<{ isStarting: boolean; start: () => Promise<void> }> {
  const [isStarting, setStarting] = useState(false)
  const choose = useAction('import.chooseSample')
  const begin = useAction('import.start')
  const setProgress = useSetImportProgress()
  const start = async (): Promise<void> => {
    setStarting(true)
    const preview = await choose({})
    const progress = preview === undefined ? undefined : await begin({ choiceId: preview.choiceId })
    setStarting(false)
    if (progress !== undefined) setProgress(progress)
  }
  return { isStarting, start }
}

/** The moment between the choice and the first documents. */
function FirstImport(): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const progress = useImportProgress()
  if (progress === null) return null
  return (
    <div className="first-run-progress" role="status">
      <strong dir="auto">{progressTitle(progress, t)}</strong>
      <ProgressBar label={t('importing.progressLabel')} value={progressShare(progress)} />
      <span className="tabular">{progressFacts(progress, t, format)}</span>
    </div>
  )
}

function Promises(): ReactNode {
  const { t } = useTranslation()
  return (
    <ul className="first-run-promises">
      <li>
        <ShieldCheck size={15} aria-hidden />
        {t('importing.promiseOffline')}
      </li>
      <li>
        <LockKeyhole size={15} aria-hidden />
        {t('importing.promiseKept')}
      </li>
      <li>
        <HardDrive size={15} aria-hidden />
        {t('importing.promiseYours')}
      </li>
    </ul>
  )
}
