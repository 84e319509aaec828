import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { useActions } from '#renderer/app/store.ts'
import { ocrLeft } from '#renderer/features/background/ocr-words.ts'
import { ocrLanguageNames } from '#renderer/i18n/ocr-language-names.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import type { OcrState } from '#shared/model/ocr'

type Props = Readonly<{ state: OcrState; onClose: () => void }>

/** What OCR is doing, how far it is, and what can be done about it. */
export function OcrPanel({ state, onClose }: Props): ReactNode {
  const { t } = useTranslation()
  const { waiting, done } = state
  const all = waiting + done
  return (
    <div className="ocr-panel">
      <strong>{t('background.ocrTitle')}</strong>
      <ProgressBar label={t('background.ocrProgress')} value={all === 0 ? 1 : done / all} />
      <Rows state={state} onClose={onClose} />
      <p className="ocr-panel-note">{t(state.paused ? 'background.ocrPausedNote' : 'background.ocrNote')}</p>
      <Buttons state={state} onClose={onClose} />
    </div>
  )
}

function Rows({ state, onClose }: Props): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const { current, waiting, done, failed, languages } = state
  const rows = [
    { id: 'waiting', value: t('common.pages', { count: waiting }) },
    { id: 'done', value: t('common.pages', { count: done }) },
    { id: 'failed', value: failed === 0 ? null : t('common.pages', { count: failed }) },
    { id: 'left', value: waiting === 0 ? null : ocrLeft(state, t) },
    { id: 'languages', value: format.list(ocrLanguageNames(languages, format)) || t('background.ocrAround') }
  ] as const
  return (
    <dl>
      {current === null ? null : (
        <div>
          <dt>{t('background.ocr-current')}</dt>
          <dd>
            <Button
              kind="quiet"
              onPress={() => {
                onClose()
                actions.openDocument(current.documentId)
              }}
            >
              <span className="truncate" dir="auto">
                {current.title}
              </span>
            </Button>
            <span className="ocr-panel-page tabular">{t('background.ocrPage', { page: current.page })}</span>
          </dd>
        </div>
      )}
      {rows.map(({ id, value }) =>
        value === null ? null : (
          <div key={id}>
            <dt>{t(`background.ocr-${id}`)}</dt>
            <dd className="tabular">{value}</dd>
          </div>
        )
      )}
    </dl>
  )
}

function Buttons({ state, onClose }: Props): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const pause = useAction('ocr.pause')
  const resume = useAction('ocr.resume')
  const retry = useAction('ocr.retry')
  const choose = (): void => {
    onClose()
    const chosen = state.languages.length === 0 ? null : state.languages
    actions.showDialog({ kind: 'ocr-languages', target: { kind: 'archive' }, chosen, name: null })
  }
  return (
    <div className="ocr-panel-buttons">
      <Button kind="quiet" onPress={choose}>
        {t('background.ocrChoose')}
      </Button>
      {state.failed === 0 ? null : <Button onPress={() => void retry({})}>{t('background.ocrRetry')}</Button>}
      {state.waiting === 0 && !state.paused ? null : (
        <Button onPress={() => void (state.paused ? resume({}) : pause({}))}>
          {t(state.paused ? 'background.ocrResume' : 'background.ocrPause')}
        </Button>
      )}
    </div>
  )
}
