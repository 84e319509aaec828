import { type ReactNode, useState } from 'react'
import { Button as PlainButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { useHiddenPassages } from '#renderer/app/use-hidden-passages.ts'
import { PassageMarks } from '#renderer/features/names/PassageMarks.tsx'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { HiddenPassages } from '#renderer/ui/HiddenPassages.tsx'
import type { NameId } from '#shared/model/ids'
import type { NameMention } from '#shared/model/name'
import type { Passage } from '#shared/model/search'

const PAGE = 20
const MOST = 200

/** Every document that mentions the card, newest first, with its passages; a press opens it there. */
export function CardMentions({ id, year }: Readonly<{ id: NameId; year: number | null | undefined }>): ReactNode {
  const { t } = useTranslation()
  const [limit, setLimit] = useState(PAGE)
  const input = { id, offset: 0, limit, ...(year === undefined ? {} : { year }) }
  const answer = useCommand('names.mentions', input, { keepPrevious: true }).data
  return (
    <section className="card-part" aria-labelledby="card-mentions">
      <h3 id="card-mentions">{t('names.mentionList')}</h3>
      {answer?.total === 0 ? <p className="card-quiet">{t('names.noMentions')}</p> : null}
      <ul className="card-mentions">
        {answer?.mentions.map((mention) => (
          <li key={mention.id}>
            <Mention mention={mention} />
          </li>
        ))}
      </ul>
      {answer !== undefined && answer.total > limit && limit < MOST ? (
        <Button onPress={() => setLimit(Math.min(MOST, limit + PAGE))}>{t('names.showMore')}</Button>
      ) : null}
    </section>
  )
}

function Mention({ mention }: Readonly<{ mention: NameMention }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const hidden = useHiddenPassages(mention)
  const { id, title, fileName, publisher, author, date, hits, spellings, passages } = mention
  const facts = [publisher ?? author, date === null ? t('names.undated') : format.date(date), t('names.hits', { count: hits })]
  const open = (passage: Passage): void =>
    actions.openDocument(id, {
      openAt: { at: 'passage', view: passage.view, offset: passage.offset + (passage.ranges[0]?.[0] ?? 0) }
    })
  return (
    <article className="mention">
      <PlainButton className="mention-title" onPress={() => actions.openDocument(id, { openAt: { at: 'first-hit' } })}>
        <bdi>{title === '' ? fileName : title}</bdi>
      </PlainButton>
      <p className="mention-facts">
        {facts
          .filter((fact) => fact !== null)
          .map((fact, at) => (
            <span key={fact}>
              {at === 0 ? null : ' · '}
              <bdi>{fact}</bdi>
            </span>
          ))}
        <span className="mention-spelled">
          {` · ${t('names.spelledAs')} `}
          {spellings.map((spelling) => (
            <bdi key={spelling} className="mention-spelling">
              {spelling}
            </bdi>
          ))}
        </span>
      </p>
      {hidden !== null && passages.length > 0 ? (
        <p className="mention-facts">
          <HiddenPassages>{hidden}</HiddenPassages>
        </p>
      ) : null}
      {(hidden === null ? passages : []).map((passage) => (
        <PlainButton key={`${passage.view}${passage.offset}`} className="mention-passage" onPress={() => open(passage)}>
          <span dir="auto">
            <PassageMarks passage={passage} />
          </span>
        </PlainButton>
      ))}
    </article>
  )
}
