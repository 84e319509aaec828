import '#renderer/features/reader/media/media.css'
import { Film, Music } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Player } from '#renderer/features/reader/media/Player.tsx'
import { mediaTypeKey } from '#renderer/i18n/media-type-key.ts'
import { sentenceCase } from '#renderer/i18n/sentence-case.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { DocumentDetail } from '#shared/model/document'
import { isPlayableType } from '#shared/model/playable-types'

type Props = Readonly<{
  document: DocumentDetail
  title: ReactNode
  /** Whether a film waits until it is asked for. */
  isVeiled: boolean
}>

/** Sound or film from the archive, played in place; nothing is loaded from anywhere else. */
export function MediaView({ document, title, isVeiled }: Props): ReactNode {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const [isAskedFor, setAskedFor] = useState(false)
  const [isBroken, setBroken] = useState(false)
  const isFilm = document.mediaType.startsWith('video/')
  const length = document.facts.find(({ name }) => name === 'duration')?.value
  const facts = [
    sentenceCase(t(mediaTypeKey(document.mediaType)), i18n.language),
    length === undefined ? null : format.clock(Number(length)),
    document.facts.find(({ name }) => name === 'dimensions' || name === 'pixels')?.value ?? null,
    document.facts.find(({ name }) => name === 'artist')?.value ?? null,
    document.date === null ? null : format.date(document.date),
    format.bytes(document.sizeBytes)
  ].filter((fact) => fact !== null)
  return (
    <div className="media-view">
      <header className="folder-head">
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <p className="reader-by">
          {facts.map((fact, index) => (
            <span key={fact}>
              {index === 0 ? null : <span aria-hidden> · </span>}
              <bdi>{fact}</bdi>
            </span>
          ))}
        </p>
      </header>
      {!isPlayableType(document.mediaType) || isBroken ? (
        <div className="media-refused">
          {isFilm ? <Film size={32} strokeWidth={1.25} aria-hidden /> : <Music size={32} strokeWidth={1.25} aria-hidden />}
          <p>{t(isBroken ? 'reader.mediaBroken' : 'reader.mediaNotPlayable')}</p>
        </div>
      ) : isFilm && isVeiled && !isAskedFor ? (
        <div className="media-veil">
          <Film size={32} strokeWidth={1.25} aria-hidden />
          <p>{t('reader.filmVeiled')}</p>
          <span data-veil>
            <Button onPress={() => setAskedFor(true)}>{t('reader.filmShow')}</Button>
          </span>
        </div>
      ) : (
        <Player document={document} isFilm={isFilm} isMuted={isVeiled} onBroken={() => setBroken(true)} />
      )}
      <p className="media-note">
        {isVeiled ? `${t('reader.mediaMuted')} ` : null}
        {t('reader.mediaNote')}
      </p>
    </div>
  )
}
