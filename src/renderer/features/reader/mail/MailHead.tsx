import '#renderer/features/reader/mail/mail.css'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useAppState } from '#renderer/app/store.ts'
import { BlockedAddresses } from '#renderer/features/reader/BlockedAddresses.tsx'
import { MarkedText } from '#renderer/features/reader/MarkedText.tsx'
import { Attachments } from '#renderer/features/reader/mail/Attachments.tsx'
import { ConversationSteps } from '#renderer/features/reader/mail/ConversationSteps.tsx'
import { type MailField, mailFields } from '#renderer/features/reader/mail/mail-fields.ts'
import type { Mark } from '#renderer/features/reader/marks.ts'
import { titleMarks } from '#renderer/features/reader/title-marks.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import type { DocumentDetail } from '#shared/model/document'
import { addressParts } from '#shared/text/address-parts'

/** The head of a message as mail programs have it: who wrote to whom and when, what is attached, what was not loaded. */
export function MailHead({ document, title }: Readonly<{ document: DocumentDetail; title: ReactNode }>): ReactNode {
  const { t } = useTranslation()
  const family = useCommand('document.family', { id: document.id }).data
  const attached = family?.holds.filter(({ relation }) => relation === 'attachment') ?? []
  const { remoteResources } = document
  return (
    <header className="reader-head mail-head">
      {family === undefined || family.conversation.length < 2 ? null : (
        <ConversationSteps messages={family.conversation} openId={document.id} />
      )}
      <h1 dir="auto">{title}</h1>
      <dl className="mail-fields">
        {mailFields(document).map((field) => (
          <div key={field.name}>
            <dt>{t(`inspector.fact-${field.name}`)}</dt>
            <dd>
              <FieldValue field={field} />
            </dd>
          </div>
        ))}
        {attached.length === 0 ? null : (
          <div>
            <dt>{t('inspector.fact-attachments')}</dt>
            <dd>
              <Attachments members={attached} />
            </dd>
          </div>
        )}
      </dl>
      {remoteResources.length === 0 ? null : (
        <BlockedAddresses
          addresses={remoteResources}
          label={t('reader.mailBlocked', { count: remoteResources.length })}
          className="mail-blocked"
        />
      )}
    </header>
  )
}

/** Who and when, with the words of the query marked: they are searched too. */
function FieldValue({ field: { name, value } }: Readonly<{ field: MailField }>): ReactNode {
  const format = useFormat()
  const query = useAppState((state) => state.query)
  const typing = useAppState((state) => state.typing)
  const marks = useMemo(() => (name === 'sent' ? [] : titleMarks(value, query, typing)), [name, value, query, typing])
  if (name === 'sent') return format.stated(value)
  return addressParts(value).map(({ text, start }) => (
    <bdi key={start}>
      <MarkedText text={text} marks={within(marks, start, text.length)} current={-1} />
    </bdi>
  ))
}

function within(marks: readonly Mark[], start: number, length: number): readonly Mark[] {
  return marks
    .filter((mark) => mark.start < start + length && mark.end > start)
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start - start), end: Math.min(length, mark.end - start) }))
}
