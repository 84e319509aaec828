import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListRequest } from '#renderer/features/search/use-request.ts'
import type { SearchAnswer } from '#shared/model/search'

/** How the query was read, where that is more than its plain words. */
export function Understood({ request, answer }: Readonly<{ request: ListRequest; answer: SearchAnswer | undefined }>): ReactNode {
  const { t } = useTranslation()
  if (answer === undefined || !saysMore(request.query, answer)) return null
  return (
    <p className="understood" dir="auto">
      {t('search.understood', { text: answer.understood })}
    </p>
  )
}

/** Whether the reading of a query tells the person something that the query does not. */
export function saysMore(query: string, answer: Pick<SearchAnswer, 'understood' | 'terms'>): boolean {
  if (answer.understood === '') return false
  if (answer.terms.some((term) => term.also.length > 0 || term.excluded)) return true
  // That words mean AND is what everybody expects of them.
  return answer.understood.replaceAll(' AND ', ' ') !== query.trim().replace(/\s+/g, ' ')
}
