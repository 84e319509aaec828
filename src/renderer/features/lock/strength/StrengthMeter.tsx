import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { guessingTime, type Strength, strengthOf } from '#renderer/features/lock/strength/guessing-time.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'

const LEVELS = ['weak', 'fair', 'good', 'strong'] as const satisfies readonly Strength[]

type Props = Readonly<{
  /** Null while it is being looked at. */
  guesses: number | null
  /** It was drawn by chance here, so that its number of guesses is known and not estimated. */
  isDrawn: boolean
  /** It has letters that the estimate knows no words of. */
  isForeign: boolean
}>

/** What a passphrase is worth against somebody who has the disk and guesses; and how far that is only an estimate. */
export function StrengthMeter({ guesses, isDrawn, isForeign }: Props): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  if (guesses === null) return <div className="strength strength--waiting">{t('lock.strengthWaiting')}</div>
  const strength = strengthOf(guesses)
  const time = guessingTime(guesses)
  const words = 'count' in time ? t(`lock.time-${time.unit}`, { count: time.count }) : t(`lock.time-${time.unit}`)
  return (
    <div className="strength" data-strength={strength} role="status">
      <div className="strength-bars" aria-hidden>
        {LEVELS.map((level, index) => (
          <span key={level} data-on={index <= LEVELS.indexOf(strength)} />
        ))}
      </div>
      <p>
        <strong>{t(`lock.strength-${strength}`)}</strong>{' '}
        {t('lock.strengthTime', { time: words, guesses: powerWords(guesses, format.number) })}
      </p>
      <p className="lock-detail">
        {t(isDrawn ? 'lock.strengthDrawn' : isForeign ? 'lock.strengthForeign' : 'lock.strengthEstimate')}
      </p>
    </div>
  )
}

/** A rough count: 4,000 or 10¹². */
function powerWords(guesses: number, number: (value: number) => string): string {
  const power = Math.floor(Math.log10(Math.max(1, guesses)))
  if (power < 6) return number(Math.round(guesses / 10 ** power) * 10 ** power)
  return `10${[...String(power)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`
}
