import { FileQuestion, FileX, Images } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { Unlock } from '#renderer/features/reader/locked/Unlock.tsx'
import { PlainText } from '#renderer/features/reader/plain/PlainText.tsx'
import { mediaTypeKey } from '#renderer/i18n/media-type-key.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { DocumentDetail } from '#shared/model/document'

type Props = Readonly<{ document: DocumentDetail; charsPerLine: number }>

/** In the place of the text: what the document is, why it is not shown, that its original is safe, and what can be done. */
export function NotShown({ document, charsPerLine }: Props): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const [isPlain, setPlain] = useState(false)
  const { status } = document
  if (status === 'locked') return <Unlock document={document} />
  if (isPlain) return <PlainText document={document} charsPerLine={charsPerLine} onClose={() => setPlain(false)} />
  const { icon, title } = PICTURE[status]
  return (
    <div className="reader-not-shown">
      {icon}
      <h2>{t(title)}</h2>
      <p className="reader-not-shown-kind">
        {t('reader.kindAndSize', { kind: t(mediaTypeKey(document.mediaType)), size: format.bytes(document.sizeBytes) })}
      </p>
      <p>{document.problem === null ? t('reader.kept') : t(`problem.${document.problem.code}`)}</p>
      <p>{t('reader.canTagStill')}</p>
      {document.ocr === null ? null : <OcrWaits document={document} />}
      {status === 'failed' || status === 'not-readable-yet' ? (
        <div className="reader-not-shown-actions">
          <ReadAgain document={document} />
          {document.sizeBytes === 0 ? null : <Button onPress={() => setPlain(true)}>{t('reader.plainShow')}</Button>}
        </div>
      ) : null}
    </div>
  )
}

function ReadAgain({ document }: Readonly<{ document: DocumentDetail }>): ReactNode {
  const { t } = useTranslation()
  const start = useAction('reread.start', ['reread.current'])
  const isRunning = useCommand('reread.current', {}).data?.running ?? false
  return (
    <Button isDisabled={isRunning} onPress={() => void start({ what: 'documents', ids: [document.id] })}>
      {t('reader.readAgain')}
    </Button>
  )
}

/** How far OCR is with this document, and its languages. */
function OcrWaits({ document }: Readonly<{ document: DocumentDetail }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const resume = useAction('ocr.resume')
  const state = useCommand('ocr.state', {}).data
  const { ocr, ocrLanguages, id, title } = document
  if (ocr === null || state === undefined) return null
  const isNow = state.current?.documentId === id
  const choose = (): void =>
    actions.showDialog({
      kind: 'ocr-languages',
      target: { kind: 'documents', ids: [id] },
      chosen: ocrLanguages,
      name: title
    })
  return (
    <>
      {ocr.waiting === 0 ? null : (
        <p className="reader-not-shown-kind" role="status">
          {isNow ? t('reader.ocrNow') : t(state.paused ? 'reader.ocrPaused' : 'reader.ocrWaits', { count: ocr.waiting })}
        </p>
      )}
      <div className="reader-not-shown-actions">
        {state.paused && ocr.waiting > 0 ? <Button onPress={() => void resume({})}>{t('reader.ocrResume')}</Button> : null}
        <Button onPress={choose}>{t('reader.ocrLanguages')}</Button>
      </div>
    </>
  )
}

const UNKNOWN = { icon: <FileQuestion size={32} strokeWidth={1.25} aria-hidden />, title: 'reader.notShownTitle' } as const
const PICTURES = { icon: <Images size={32} strokeWidth={1.25} aria-hidden />, title: 'reader.noTextTitle' } as const

const PICTURE = {
  searchable: UNKNOWN,
  simplified: UNKNOWN,
  'no-text': PICTURES,
  'not-readable-yet': { icon: UNKNOWN.icon, title: 'reader.notReadableTitle' },
  container: UNKNOWN,
  'needs-ocr': { icon: PICTURES.icon, title: 'reader.needsOcrTitle' },
  locked: UNKNOWN,
  media: UNKNOWN,
  failed: { icon: <FileX size={32} strokeWidth={1.25} aria-hidden />, title: 'reader.failedTitle' }
} as const
