import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '#renderer/app/store.ts'
import { ocrLanguageNames } from '#renderer/i18n/ocr-language-names.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'
import type { DocumentDetail } from '#shared/model/document'

/** What OCR has read of the document, how sure it is, and in which languages it looks. Nothing where OCR has no part in it. */
export function OcrFacts({ document }: Readonly<{ document: DocumentDetail }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const { ocr, ocrLanguages } = document
  if (ocr === null) return null
  const rows = [
    { id: 'done', value: t('common.pages', { count: ocr.done }) },
    { id: 'confidence', value: ocr.confidence === null ? null : format.percent(ocr.confidence / 100) },
    { id: 'waiting', value: ocr.waiting === 0 ? null : t('common.pages', { count: ocr.waiting }) },
    { id: 'failed', value: ocr.failed === 0 ? null : t('common.pages', { count: ocr.failed }) },
    { id: 'languages', value: format.list(ocrLanguageNames(ocrLanguages ?? ocr.languages, format)) || t('inspector.ocr-around') }
  ] as const
  const choose = (): void =>
    actions.showDialog({
      kind: 'ocr-languages',
      target: { kind: 'documents', ids: [document.id] },
      chosen: ocrLanguages,
      name: document.title
    })
  return (
    <section aria-labelledby="inspector-ocr">
      <SectionHeading id="inspector-ocr">{t('inspector.ocr')}</SectionHeading>
      <dl className="inspector-facts">
        {rows.map(({ id, value }) =>
          value === null ? null : (
            <div className="inspector-row" key={id}>
              <dt>{t(`inspector.ocr-${id}`)}</dt>
              <dd className={id === 'failed' ? 'inspector-warning' : ''}>{value}</dd>
            </div>
          )
        )}
      </dl>
      <div className="inspector-buttons">
        <Button kind="quiet" onPress={choose}>
          {t('inspector.ocr-choose')}
        </Button>
      </div>
    </section>
  )
}
