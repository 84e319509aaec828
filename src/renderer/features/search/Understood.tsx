import '#renderer/features/search/understood/understood.css'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchNotes } from '#renderer/features/search/understood/SearchNotes.tsx'
import { saysMore } from '#renderer/features/search/understood/says-more.ts'
import { switchedTerms } from '#renderer/features/search/understood/switched-terms.ts'
import { TermExpansions } from '#renderer/features/search/understood/TermExpansions.tsx'
import { useAllTerms } from '#renderer/features/search/understood/use-all-terms.ts'
import type { ListRequest } from '#renderer/features/search/use-request.ts'
import type { SearchAnswer } from '#shared/model/search'

/** How the query was read, where that is more than its plain words; what else each word finds, to switch; what was left out. */
export const Understood = memo(function Understood({
  request,
  answer
}: Readonly<{ request: ListRequest; answer: SearchAnswer | undefined }>): ReactNode {
  const { t } = useTranslation()
  const allTerms = useAllTerms(request, answer)
  if (answer === undefined || request.query.trim() === '') return null
  const terms = switchedTerms(allTerms)
  const isSaid = saysMore(request.query, answer)
  if (!isSaid && terms.length === 0 && answer.notes.length === 0) return null
  return (
    <section className="understood" aria-label={t('query.understoodLabel')}>
      {isSaid ? (
        <p className="understood-words" dir="auto">
          {t('search.understood', { text: answer.understood })}
        </p>
      ) : null}
      {terms.length === 0 ? null : (
        <div className="understood-terms">
          {terms.map((term) => (
            <TermExpansions key={term.text} term={term} />
          ))}
        </div>
      )}
      <SearchNotes notes={answer.notes} />
    </section>
  )
})
