import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { headDate } from '#renderer/features/reader/head-date.ts'
import { MailHead } from '#renderer/features/reader/mail/MailHead.tsx'
import { isMessage } from '#renderer/features/reader/mail/mail-fields.ts'
import { otherCalendars } from '#renderer/features/reader/other-calendars.ts'
import { readingMinutes } from '#renderer/features/reader/reading-minutes.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import type { DocumentDetail } from '#shared/model/document'

/** The title, and under it who published the document, when, how long it takes to read, and in which language it is. */
export function DocumentHead({ document, title }: Readonly<{ document: DocumentDetail; title: ReactNode }>): ReactNode {
  const facts = useFacts(document)
  if (isMessage(document)) return <MailHead document={document} title={title} />
  return (
    <header className="reader-head">
      <h1 dir="auto">{title}</h1>
      <div className="reader-by">
        {facts.map((fact, index) => (
          <span key={fact.id}>
            {index === 0 ? null : <span aria-hidden> · </span>}
            <bdi>{fact.text}</bdi>
          </span>
        ))}
      </div>
    </header>
  )
}

function useFacts(document: DocumentDetail): readonly Readonly<{ id: string; text: string }>[] {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const minutes = readingMinutes(document.wordCount)
  const { author, publisher, date } = document
  const calendars = date === null ? [] : otherCalendars(date, document.language, i18n.language)
  const facts = [
    { id: 'author', text: author },
    { id: 'publisher', text: publisher === author ? null : publisher },
    { id: 'date', text: headDate(document, format, t) },
    // Each calendar is a fact of its own: a line that broke inside one would read in the wrong order beside right-to-left names.
    ...calendars.map((text, index) => ({ id: `calendar-${index}`, text })),
    { id: 'minutes', text: minutes === undefined ? null : format.duration(minutes * 60) },
    { id: 'language', text: format.language(document.language) }
  ]
  return facts.flatMap(({ id, text }) => (text === null || text === '' ? [] : [{ id, text }]))
}
