import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { helpFor } from '#renderer/features/attention/help-for.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { ProblemCode } from '#shared/model/document'

/** What helps all files of a reason at once, as buttons under its sentence. Nothing where only the person can do something. */
export function ReasonActions({ code }: Readonly<{ code: ProblemCode }>): ReactNode {
  switch (helpFor(code)) {
    case 'read-again':
      return <ReadAgain code={code} />
    case 'ocr':
      return <Ocr failed={code === 'ocr-failed'} />
    case 'unlock':
    case 'none':
      return null
  }
}

function ReadAgain({ code }: Readonly<{ code: ProblemCode }>): ReactNode {
  const { t } = useTranslation()
  const { start, isRunning } = useReadAgain()
  return (
    <div className="attention-actions">
      <Button isDisabled={isRunning} onPress={() => void start({ what: 'problem', code })}>
        {t(isRunning ? 'attention.readingAgain' : 'attention.readAgain')}
      </Button>
    </div>
  )
}

/** Starts reading documents again; one such work at a time. */
export function useReadAgain() {
  const start = useAction('reread.start', ['reread.current'])
  const isRunning = useCommand('reread.current', {}).data?.running ?? false
  return { start, isRunning }
}

function Ocr({ failed }: Readonly<{ failed: boolean }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const resume = useAction('ocr.resume')
  const pause = useAction('ocr.pause')
  const retry = useAction('ocr.retry')
  const state = useCommand('ocr.state', {}).data
  if (state === undefined) return null
  const chosen = state.languages.length === 0 ? null : state.languages
  const choose = (): void => actions.showDialog({ kind: 'ocr-languages', target: { kind: 'archive' }, chosen, name: null })
  return (
    <div className="attention-actions">
      {failed ? <Button onPress={() => void retry({})}>{t('attention.ocrRetry')}</Button> : null}
      {!failed && state.paused ? <Button onPress={() => void resume({})}>{t('attention.ocrRun')}</Button> : null}
      {!failed && !state.paused && state.waiting > 0 ? (
        <>
          <span className="attention-note tabular">{t('attention.ocrRunning', { count: state.waiting })}</span>
          <Button onPress={() => void pause({})}>{t('attention.ocrPause')}</Button>
        </>
      ) : null}
      <Button kind="quiet" onPress={choose}>
        {t('attention.ocrLanguages')}
      </Button>
    </div>
  )
}
