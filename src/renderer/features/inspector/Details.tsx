import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EditableField } from '#renderer/features/inspector/EditableField.tsx'
import { LanguageField } from '#renderer/features/inspector/LanguageField.tsx'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'
import type { DocumentDetail } from '#shared/model/document'

/** What the document says of itself; every line can be corrected where it stands. */
export function Details({ document }: Readonly<{ document: DocumentDetail }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <section aria-labelledby="inspector-details">
      <SectionHeading id="inspector-details">{t('inspector.details')}</SectionHeading>
      <dl className="inspector-facts">
        <EditableField document={document} field="title" shown={document.title} />
        <EditableField document={document} field="author" shown={document.author} />
        <EditableField document={document} field="publisher" shown={document.publisher} />
        <EditableField document={document} field="date" shown={document.date === null ? null : format.date(document.date)} />
        <LanguageField document={document} />
      </dl>
    </section>
  )
}
