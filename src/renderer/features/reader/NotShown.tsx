import { FileQuestion, FileX, Images } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { mediaTypeKey } from '#renderer/i18n/media-type-key.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import type { DocumentDetail } from '#shared/model/document'

/** In the place of the text: what the document is, why it is not shown, that its original is safe, and what can be done. */
export function NotShown({ document }: Readonly<{ document: DocumentDetail }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const { icon, title } = PICTURE[document.status]
  return (
    <div className="reader-not-shown">
      {icon}
      <h2>{t(title)}</h2>
      <p className="reader-not-shown-kind">
        {t('reader.kindAndSize', { kind: t(mediaTypeKey(document.mediaType)), size: format.bytes(document.sizeBytes) })}
      </p>
      <p>{document.problem === null ? t('reader.kept') : t(`problem.${document.problem.code}`)}</p>
      <p>{t('reader.canTagStill')}</p>
    </div>
  )
}

const UNKNOWN = { icon: <FileQuestion size={32} strokeWidth={1.25} aria-hidden />, title: 'reader.notShownTitle' } as const

const PICTURE = {
  searchable: UNKNOWN,
  simplified: UNKNOWN,
  'no-text': { icon: <Images size={32} strokeWidth={1.25} aria-hidden />, title: 'reader.noTextTitle' },
  'not-readable-yet': { icon: UNKNOWN.icon, title: 'reader.notReadableTitle' },
  container: UNKNOWN,
  'needs-ocr': { icon: <Images size={32} strokeWidth={1.25} aria-hidden />, title: 'reader.noTextTitle' },
  locked: UNKNOWN,
  media: UNKNOWN,
  failed: { icon: <FileX size={32} strokeWidth={1.25} aria-hidden />, title: 'reader.failedTitle' }
} as const
