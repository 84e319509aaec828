import '#renderer/features/lock/lock.css'
import { EyeOff } from 'lucide-react'
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { call } from '#renderer/api/call.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useCovered } from '#renderer/features/lock/use-covered.ts'
import { usePassphraseWork } from '#renderer/features/lock/use-passphrase-work.ts'

/**
 * Hides the whole window while it is covered. What is behind is not drawn, not read aloud and not reachable, and stays as it was. The
 * cover names nothing, and does not pretend to be a lock.
 */
export function Cover(): ReactNode {
  const covered = useCovered()
  const focused = useRef<Element | null>(null)
  useLayoutEffect(() => {
    // What is not drawn loses the focus.
    if (covered === true) focused.current = document.activeElement
    document.documentElement.toggleAttribute('data-covered', covered !== false)
    if (covered === true) for (const player of document.querySelectorAll<HTMLMediaElement>('audio, video')) player.pause()
    if (covered === false && focused.current instanceof HTMLElement) focused.current.focus()
  }, [covered])
  if (covered !== true) return null
  return createPortal(<CoverScreen />, document.body)
}

function CoverScreen(): ReactNode {
  const { t } = useTranslation()
  const uncover = useAction('window.uncover')
  const work = usePassphraseWork()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    button.current?.focus()
    void call('window.isCalm', {})
  }, [])
  return (
    // Above dialogs that are open behind it: they keep their place, not the focus.
    <div className="cover" data-react-aria-top-layer="true" data-overlay="">
      <button ref={button} type="button" className="cover-button" onClick={() => void uncover({})}>
        <EyeOff size={32} strokeWidth={1.25} aria-hidden />
        <strong>{t('lock.coverTitle')}</strong>
        <span>{t(work === null ? 'lock.coverDetail' : 'lock.coverWhileWorking')}</span>
        <span className="cover-hint">{t('lock.coverHint')}</span>
      </button>
    </div>
  )
}
