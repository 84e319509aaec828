import '#renderer/features/search/understood/understood.css'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DidYouMean } from '#renderer/features/search/suggestions/DidYouMean.tsx'
import { OneLine } from '#renderer/features/search/understood/OneLine.tsx'
import { SearchNotes } from '#renderer/features/search/understood/SearchNotes.tsx'
import { switchedTerms } from '#renderer/features/search/understood/switched-terms.ts'
import { TermExpansions } from '#renderer/features/search/understood/TermExpansions.tsx'
import { understoodPieces } from '#renderer/features/search/understood/understood-pieces.ts'
import { useAllTerms } from '#renderer/features/search/understood/use-all-terms.ts'
import type { ListRequest } from '#renderer/features/search/use-request.ts'
import type { SearchAnswer } from '#shared/model/search'

type Props = Readonly<{ request: ListRequest; answer: SearchAnswer | undefined }>

/**
 * How the query was read, on one line that every query has, so that nothing moves the list while one types. A word that finds more than
 * itself, or could, opens the switches of what it finds; other spellings stand at its end. Below it, what was left out.
 */
export const Understood = memo(function Understood({ request, answer }: Props): ReactNode {
  const { t } = useTranslation()
  const allTerms = useAllTerms(request, answer)
  if (request.query.trim() === '') return null
  const pieces = answer === undefined ? [] : understoodPieces(answer, switchedTerms(allTerms))
  return (
    <section className="understood" aria-label={t('query.understoodLabel')}>
      <div className="understood-line">
        {pieces.length === 0 ? null : (
          <>
            <span className="understood-label">{t('search.understood')}</span>
            <OneLine key={request.query}>
              {pieces.map(({ at, text, term }) =>
                term === null ? <span key={at}>{text}</span> : <TermExpansions key={term.text} term={term} />
              )}
            </OneLine>
          </>
        )}
        <DidYouMean request={request} total={answer?.total ?? 0} />
      </div>
      <SearchNotes notes={answer?.notes ?? []} />
    </section>
  )
})
