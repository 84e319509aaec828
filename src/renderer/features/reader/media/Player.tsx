import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentDetail } from '#shared/model/document'

/** Seconds that an arrow key moves, and the steps of loudness. */
const STEP_S = 5
const STEP_LOUD = 0.1

type Props = Readonly<{
  document: DocumentDetail
  isFilm: boolean
  /** Begins without sound: what was to be veiled does not shout. Never starts by itself, in any case. */
  isMuted: boolean
  onBroken: () => void
}>

/** The system's own player with its controls. Space plays and pauses, arrows move by five seconds and change the loudness. */
export function Player({ document, isFilm, isMuted, onBroken }: Props): ReactNode {
  const { t } = useTranslation()
  const media = useRef<HTMLMediaElement | null>(null)
  const source = `sanad-page://d${document.id}/media`
  const onKeyDown = (event: KeyboardEvent): void => {
    const player = media.current
    // The player and its buttons answer to these keys themselves while the focus is in them.
    if (player === null || event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    if (!steer(player, event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const shared = {
    ref: (element: HTMLMediaElement | null) => {
      // Once: a person who turned the sound on keeps it.
      if (element !== null && media.current !== element && isMuted) element.muted = true
      media.current = element
    },
    src: source,
    controls: true,
    controlsList: 'nodownload noremoteplayback noplaybackrate',
    disableRemotePlayback: true,
    preload: 'metadata',
    onError: onBroken,
    'aria-label': t(isFilm ? 'reader.film' : 'reader.sound', { title: document.title })
  } as const
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of one player that answers to keys; nothing is filled in.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys are its own; the player's controls inside it have theirs.
    <div className="media-player" role="group" tabIndex={0} aria-label={t('reader.player')} onKeyDown={onKeyDown}>
      {isFilm ? <video {...shared} disablePictureInPicture /> : <audio {...shared} />}
    </div>
  )
}

/** Does what a key means; false for keys that mean nothing here. */
function steer(player: HTMLMediaElement, key: string): boolean {
  switch (key) {
    case ' ':
      if (player.paused) void player.play().catch(() => undefined)
      else player.pause()
      return true
    case 'ArrowRight':
      player.currentTime = Math.min(player.duration || 0, player.currentTime + STEP_S)
      return true
    case 'ArrowLeft':
      player.currentTime = Math.max(0, player.currentTime - STEP_S)
      return true
    case 'ArrowUp':
      player.volume = Math.min(1, player.volume + STEP_LOUD)
      return true
    case 'ArrowDown':
      player.volume = Math.max(0, player.volume - STEP_LOUD)
      return true
    default:
      return false
  }
}
