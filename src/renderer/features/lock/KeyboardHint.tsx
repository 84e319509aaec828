import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { scriptOfTyping } from '#renderer/features/lock/script-of-typing.ts'
import type { Keyboard } from '#renderer/features/lock/use-keyboard.ts'

/** What makes a passphrase wrong that is hidden while it is typed: Caps Lock, and a keyboard that writes in another script. */
export function KeyboardHint({ keyboard, typed }: Readonly<{ keyboard: Keyboard; typed: string }>): ReactNode {
  const { t } = useTranslation()
  const script = scriptOfTyping(typed)
  return (
    <div className="lock-keyboard" role="status">
      {keyboard.capsLock ? <span className="lock-keyboard-caps">{t('lock.capsLock')}</span> : null}
      {script === null ? null : <span>{t(`lock.script-${script}`)}</span>}
    </div>
  )
}
