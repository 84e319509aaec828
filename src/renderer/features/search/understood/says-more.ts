import type { SearchAnswer } from '#shared/model/search'

/** Whether the reading of a query tells the person something that the query does not. */
export function saysMore(query: string, answer: Pick<SearchAnswer, 'understood' | 'terms'>): boolean {
  if (answer.understood === '') return false
  if (answer.terms.some((term) => term.also.length > 0 || term.excluded)) return true
  // That words mean AND is what everybody expects of them.
  return answer.understood.replaceAll(' AND ', ' ') !== query.trim().replace(/\s+/g, ' ')
}
