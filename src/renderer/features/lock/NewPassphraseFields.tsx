import { Dices } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyboardHint } from '#renderer/features/lock/KeyboardHint.tsx'
import { isReady, type NewPassphrase } from '#renderer/features/lock/new-passphrase.ts'
import { isForeign } from '#renderer/features/lock/strength/foreign-guesses.ts'
import { randomPassphrase } from '#renderer/features/lock/strength/random-passphrase.ts'
import { StrengthMeter } from '#renderer/features/lock/strength/StrengthMeter.tsx'
import { useStrength } from '#renderer/features/lock/strength/use-strength.ts'
import { useKeyboard } from '#renderer/features/lock/use-keyboard.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { PasswordField } from '#renderer/ui/PasswordField.tsx'

type Props = Readonly<{ chosen: NewPassphrase; onChange: (chosen: NewPassphrase) => void; label: string; isFirst?: boolean }>

/**
 * A new passphrase, typed twice, with what it is worth; or one that is drawn, to be written down before it is typed. `isFirst`: nothing is
 * asked before it, so that it takes the keys at once.
 */
export function NewPassphraseFields({ chosen, onChange, label, isFirst = false }: Props): ReactNode {
  const { t } = useTranslation()
  const [drawn, setDrawn] = useState<string | null>(null)
  const keyboard = useKeyboard()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isFirst) input.current?.focus()
  }, [isFirst])
  const guesses = useStrength(chosen.passphrase, chosen.isDrawn)
  const show = { showLabel: t('lock.show'), hideLabel: t('lock.hide') }
  const draw = (): void => {
    const passphrase = randomPassphrase()
    setDrawn(passphrase)
    onChange({ passphrase, again: '', isDrawn: true })
  }
  const differs = chosen.again !== '' && !isReady(chosen) && !chosen.passphrase.startsWith(chosen.again)
  return (
    <div className="lock-fields">
      <PasswordField
        {...show}
        ref={input}
        label={label}
        value={chosen.passphrase}
        onChange={(passphrase) => onChange({ ...chosen, passphrase, isDrawn: passphrase === drawn })}
      />
      <KeyboardHint keyboard={keyboard} typed={chosen.passphrase} />
      <div className="lock-strength">
        {chosen.passphrase === '' ? (
          <p className="lock-detail">{t('lock.chooseDetail')}</p>
        ) : (
          <StrengthMeter guesses={guesses} isDrawn={chosen.isDrawn} isForeign={isForeign(chosen.passphrase)} />
        )}
      </div>
      <div className="lock-draw">
        <Button onPress={draw}>
          <Dices size={15} aria-hidden /> {t(drawn === null ? 'lock.draw' : 'lock.drawAnother')}
        </Button>
        {chosen.isDrawn ? (
          <>
            <p className="lock-drawn" dir="ltr" lang="en">
              {drawn}
            </p>
            <p className="lock-detail">{t('lock.drawnDetail')}</p>
          </>
        ) : null}
      </div>
      <PasswordField
        {...show}
        label={t('lock.again')}
        value={chosen.again}
        onChange={(again) => onChange({ ...chosen, again })}
        {...(differs ? { error: t('lock.differs') } : {})}
      />
    </div>
  )
}
