import '#renderer/features/search/card.css'
import type { TFunction } from 'i18next'
import { Star } from 'lucide-react'
import { Fragment, memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useHiddenPassages } from '#renderer/app/use-hidden-passages.ts'
import { passagesOfCard, shownPassage } from '#renderer/features/search/best-passage.ts'
import { MarkedText } from '#renderer/features/search/MarkedText.tsx'
import { isolated } from '#renderer/i18n/isolated.ts'
import { mediaTypeKey } from '#renderer/i18n/media-type-key.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { FileIcon } from '#renderer/ui/FileIcon.tsx'
import { HiddenPassages } from '#renderer/ui/HiddenPassages.tsx'
import { TagDot } from '#renderer/ui/TagDot.tsx'
import type { DocumentSummary } from '#shared/model/document'
import { hasTrouble } from '#shared/model/document-trouble'
import type { Relation } from '#shared/model/family'
import { pageUnitOf } from '#shared/model/page-unit'
import type { Passage, SearchHit } from '#shared/model/search'

const SHOWN_TAGS = 4
/** What stands for the file around it: a message, a packed archive, a mailbox, a web archive. */
const HOLDER_ICON = {
  attachment: 'message/rfc822',
  entry: 'application/zip',
  message: 'application/mbox',
  capture: 'application/warc'
} as const satisfies Record<Relation, string>

/** One document of the results: title, where it comes from, the passages that were found, tags. */
export const ResultCard = memo(function ResultCard({ hit }: Readonly<{ hit: SearchHit }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <>
      <h3 className="card-title" dir="auto">
        {hit.isRead ? null : <span className="card-dot" role="img" aria-label={t('search.unread')} />}
        <span className="card-title-words">
          <MarkedText text={hit.title === '' ? hit.fileName : hit.title} ranges={hit.title === '' ? [] : hit.titleRanges} />
        </span>
        {hit.isStarred ? (
          <Star className="card-star" size={14} role="img" aria-label={t('search.starred')} fill="currentColor" />
        ) : null}
      </h3>
      <SourceLine document={hit} />
      {hit.holder === null ? null : (
        <p className="card-holder">
          <FileIcon mediaType={HOLDER_ICON[hit.holder.relation]} size={12} />
          <span className="truncate">
            {t(`search.in-${hit.holder.relation}`)} <bdi>{hit.holder.title}</bdi>
          </span>
        </p>
      )}
      {hit.spellings.length === 0 ? null : (
        <p className="card-spelled">{t('search.spelled', { spellings: format.list(hit.spellings.map(isolated)) })}</p>
      )}
      <Passages hit={hit} />
      {hit.tags.length === 0 ? null : (
        <ul className="card-tags">
          {hit.tags.slice(0, SHOWN_TAGS).map((tag) => (
            <li key={tag.id}>
              <TagDot color={tag.color} />
              <bdi className="truncate">{tag.name}</bdi>
            </li>
          ))}
          {hit.tags.length > SHOWN_TAGS ? <li>{`+${hit.tags.length - SHOWN_TAGS}`}</li> : null}
        </ul>
      )}
    </>
  )
})

/** The passages that were found, or why they are not shown. */
function Passages({ hit }: Readonly<{ hit: SearchHit }>): ReactNode {
  const hidden = useHiddenPassages(hit)
  const passages = passagesOfCard(hit)
  if (hidden !== null && passages.length > 0) {
    return (
      <p className="card-passage">
        <HiddenPassages>{hidden}</HiddenPassages>
      </p>
    )
  }
  return passages.map((passage, number) => (
    <PassageText key={`${passage.view} ${passage.offset}`} passage={passage} number={number} hit={hit} />
  ))
}

/** The best passage on two lines, each other one on one line; a click on it opens the document there (see `ResultRow`). */
function PassageText({ passage, number, hit }: Readonly<{ passage: Passage; number: number; hit: SearchHit }>): ReactNode {
  const { t } = useTranslation()
  const { text, ranges, cutBefore } = shownPassage(passage, number === 0 ? 'two' : 'one')
  const ellipsis = t('search.ellipsis')
  const place = placeName(passage, hit, t)
  return (
    <p className="card-passage" dir="auto" data-passage={number}>
      {place === null ? null : (
        <span className="card-place">
          <bdi>{place}</bdi>
        </span>
      )}
      {cutBefore ? `${ellipsis} ` : null}
      <MarkedText text={text} ranges={ranges} />
    </p>
  )
}

/** A page or slide by its number; a sheet or chapter by its name where it has one; else the heading the passage stands under. */
function placeName({ page, heading }: Passage, { mediaType, title }: SearchHit, t: TFunction): string | null {
  const unit = pageUnitOf(mediaType)
  const isNumbered = unit === 'page' || unit === 'slide'
  if (page !== undefined && (isNumbered || heading === undefined)) return t(`reader.mark-${unit}`, { number: page })
  // The title of the document stands above already.
  return heading === undefined || heading === title ? null : heading
}

/** Publisher, date, kind and language on one line; the file's name where the document says nothing of itself. */
function SourceLine({ document }: Readonly<{ document: DocumentSummary }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const hasText = document.status === 'searchable' || document.status === 'simplified'
  // A recording and a packed archive are what their kind says: nothing is amiss with them.
  const isPlainKind = document.status === 'media' || document.status === 'container'
  const source = document.publisher ?? document.author ?? (document.title === '' ? null : document.fileName)
  const facts = [
    document.date === null ? null : format.date(document.date),
    t(mediaTypeKey(document.mediaType)),
    hasText ? format.language(document.language) : null
  ].filter((fact) => fact !== null)
  return (
    <p className="card-source">
      {source === null ? null : (
        <>
          <bdi className="card-source-name truncate">{source}</bdi>
          <span className="card-separator">·</span>
        </>
      )}
      <span className="card-source-facts truncate">
        {facts.map((fact, at) => (
          <Fragment key={fact}>
            {at === 0 ? null : ' · '}
            <bdi>{fact}</bdi>
          </Fragment>
        ))}
      </span>
      {hasText || isPlainKind ? null : (
        <>
          <span className="card-separator">·</span>
          <span className="card-status" data-trouble={hasTrouble(document.status) || undefined}>
            {t(`search.status-${document.status}`)}
          </span>
        </>
      )}
    </p>
  )
}
