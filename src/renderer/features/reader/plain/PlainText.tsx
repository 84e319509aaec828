import '#renderer/features/reader/plain/plain.css'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { allTextPieces } from '#renderer/features/reader/pieces.ts'
import { TextColumn } from '#renderer/features/reader/TextColumn.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import type { DocumentDetail } from '#shared/model/document'

const NO_RANGES: readonly [] = []

type Props = Readonly<{ document: DocumentDetail; charsPerLine: number; onClose: () => void }>

/** The bytes of any file read as if they were text: a last resort, looked at and not kept. */
export function PlainText({ document, charsPerLine, onClose }: Props): ReactNode {
  const { t } = useTranslation()
  const answer = useCommand('document.plainText', { id: document.id })
  if (answer.isPending) return <Spinner label={t('reader.loading')} />
  const back = <Button onPress={onClose}>{t('reader.plainClose')}</Button>
  if (answer.data === undefined) {
    return (
      <ErrorNotice title={t('error.title')} actions={back}>
        {t(`error.${answer.error?.code ?? 'internal'}`)}
      </ErrorNotice>
    )
  }
  const { text, charset, cut } = answer.data
  return (
    <div className="plain-text">
      <div className="plain-text-note" role="note">
        <p>{t('reader.plainNote', { charset })}</p>
        {back}
      </div>
      {text.trim() === '' ? <p className="reader-cut">{t('reader.plainEmpty')}</p> : null}
      <TextColumn
        documentId={document.id}
        pieces={allTextPieces(text)}
        ranges={NO_RANGES}
        current={-1}
        target={-1}
        charsPerLine={charsPerLine}
      />
      {cut ? <p className="reader-cut">{t('reader.plainCut')}</p> : null}
    </div>
  )
}
