import { Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCorrection } from '#renderer/features/inspector/use-correction.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import type { CorrectableField, DocumentDetail } from '#shared/model/document'

type Props = Readonly<{ document: DocumentDetail; field: CorrectableField }>

/** Says that a value is the person's own, what the document said, and takes the correction back. Nothing where there is none. */
export function CorrectionMark({ document, field }: Props): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const { takeBack } = useCorrection(document, field)
  const was = document.corrected[field]
  if (was === undefined) return null
  const words = was === null ? null : field === 'language' ? format.language(was) : field === 'date' ? format.date(was) : was
  return (
    <div className="inspector-corrected">
      <span>
        {t('inspector.corrected')} ·{' '}
        <bdi>{words === null ? t('inspector.wasUnknown') : t('inspector.was', { value: words })}</bdi>
      </span>
      <IconButton label={t('inspector.takeBack')} onPress={() => void takeBack()}>
        <Undo2 size={12} aria-hidden />
      </IconButton>
    </div>
  )
}
