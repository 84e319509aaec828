import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dayInCalendars } from '#renderer/features/search/query/day-in-calendars.ts'
import { daysOf } from '#shared/text/query-dates'

/** Which days a date in words means, in three calendars, while it is being typed. */
export function DateReading({ field, text }: Readonly<{ field: 'date' | 'before' | 'after'; text: string }>): ReactNode {
  const { t, i18n } = useTranslation()
  if (text.trim() === '') return null
  const days = daysOf(field, text)
  if (days === undefined) return <p className="query-date query-date--unread">{t('query.unreadable-date')}</p>
  const from = days.from === null ? null : dayInCalendars(days.from, i18n.language)
  const to = days.to === null ? null : dayInCalendars(days.to, i18n.language)
  return (
    <div className="query-date" role="status">
      {([0, 1, 2] as const).map((calendar) => (
        <p key={calendar} dir="auto">
          {words(from?.[calendar] ?? null, to?.[calendar] ?? null)}
        </p>
      ))}
    </div>
  )

  function words(first: string | null, last: string | null): string {
    if (first === last) return first ?? ''
    if (last === null) return first === null ? '' : t('query.sinceDay', { day: first })
    return first === null ? t('query.untilDay', { day: last }) : t('query.fromTo', { from: first, to: last })
  }
}
