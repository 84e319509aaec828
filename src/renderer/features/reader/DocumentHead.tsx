import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { otherCalendars } from '#renderer/features/reader/other-calendars.ts'
import { readingMinutes } from '#renderer/features/reader/reading-minutes.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import type { DocumentDetail } from '#shared/model/document'

/** The title, and under it who published the document, when, how long it takes to read, and in which language it is. */
export function DocumentHead({ document, title }: Readonly<{ document: DocumentDetail; title: ReactNode }>): ReactNode {
  const facts = useFacts(document)
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
  const dates = date === null ? [] : [format.date(date, 'long'), ...otherCalendars(date, document.language, i18n.language)]
  const facts = [
    { id: 'author', text: author },
    { id: 'publisher', text: publisher === author ? null : publisher },
    { id: 'date', text: dates.length === 0 ? t('reader.undated') : t('reader.published', { date: dates.join(' / ') }) },
    { id: 'minutes', text: minutes === undefined ? null : format.duration(minutes * 60) },
    { id: 'language', text: format.language(document.language) }
  ]
  return facts.flatMap(({ id, text }) => (text === null || text === '' ? [] : [{ id, text }]))
}
