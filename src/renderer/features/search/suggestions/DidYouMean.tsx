import '#renderer/features/search/suggestions/suggestions.css'
import { memo, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import type { ListRequest } from '#renderer/features/search/use-request.ts'

type Props = Readonly<{ request: ListRequest; total: number }>

/** As many as stand on the line beside what the query was understood as. */
const SHOWN = 2

/**
 * Other spellings of words that stand in hardly any document, with what each would find. Nothing for most queries; where nothing was
 * found at all, they are among the offers in the place of the results.
 */
export const DidYouMean = memo(function DidYouMean({ request, total }: Props): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const { query, filter, expansions, typing } = request
  const isFinished = !typing && query.trim() !== '' && total > 0
  const offers = useCommand('suggest.spelling', { query, filter, expansions }, { enabled: isFinished }).data ?? []
  if (!isFinished || offers.length === 0) return null
  return (
    <p className="did-you-mean">
      <span className="did-you-mean-label">{t('suggest.didYouMean')}</span>
      {offers.slice(0, SHOWN).map((offer) => (
        <Button key={offer.query} className="did-you-mean-offer" onPress={() => actions.setQuery(offer.query)}>
          <bdi>{offer.spelling}</bdi>
          <small className="tabular">{t('common.documents', { count: offer.documents })}</small>
        </Button>
      ))}
    </p>
  )
})
