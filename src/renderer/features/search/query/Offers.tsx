import '#renderer/features/search/query/query.css'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions, useReadState } from '#renderer/app/store.ts'
import { finishedQuery } from '#renderer/features/search/finished-query.ts'
import type { ListRequest } from '#renderer/features/search/use-request.ts'
import { isolated } from '#renderer/i18n/isolated.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { CONDITION_NAMES, type NothingFound, type SearchOffer } from '#shared/model/query-help'

/** Why a search found nothing, and searches near it that find something, each with its number. */
export function Offers({ request }: Readonly<{ request: ListRequest }>): ReactNode {
  const { t } = useTranslation()
  const { filter, expansions } = request
  const found = useCommand('search.offers', { query: finishedQuery(request), filter: { ...filter }, expansions }).data
  if (found === undefined) return null
  return (
    <div className="offers">
      <Why found={found} />
      {found.offers.length === 0 ? null : (
        <section aria-label={t('query.offers')}>
          <ul>
            {found.offers.map((offer) => (
              <li key={JSON.stringify([offer.query, offer.filter, offer.expansions])}>
                <OfferButton offer={offer} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Why({ found }: Readonly<{ found: NothingFound }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const { missing, apart, withoutFilters } = found
  const sentences = [
    ...(missing.length === 0
      ? []
      : [t('query.whyMissing', { count: missing.length, parts: format.list(missing.map(isolated)) })]),
    ...(apart.length === 0
      ? []
      : [
          t('query.whyApart', {
            parts: format.list(apart.map(({ text, documents }) => `${isolated(text)} (${format.number(documents)})`))
          })
        ]),
    ...(withoutFilters === 0 ? [] : [t('query.whyFiltered', { count: withoutFilters })])
  ]
  return sentences.length === 0 ? null : (
    <p className="offers-why" dir="auto">
      {sentences.join(' ')}
    </p>
  )
}

function OfferButton({ offer }: Readonly<{ offer: SearchOffer }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const readState = useReadState()
  const { query, filter, expansions } = offer
  return (
    <Button className="offer" onPress={() => actions.showSearch({ query, filter, expansions, sort: readState().sort })}>
      <span dir="auto" title={words()}>
        {words()}
      </span>
      <small className="tabular">{t('common.documents', { count: offer.documents })}</small>
    </Button>
  )

  function words(): string {
    const [subject, typed] = [isolated(offer.subject), isolated(offer.typed)]
    switch (offer.kind) {
      case 'spelling':
      case 'script':
        return t(`query.offer-${offer.kind}`, { subject, typed })
      case 'without-part':
        return t('query.offer-without-part', { subject })
      case 'without-condition': {
        const name = CONDITION_NAMES.find((known) => known === offer.subject) ?? 'other'
        return t('query.offer-without-condition', { subject: t(`query.condition-${name}`) })
      }
      default:
        return t(`query.offer-${offer.kind}`)
    }
  }
}
