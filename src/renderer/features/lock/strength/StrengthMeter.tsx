import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { guessingTime, type Strength, strengthOf } from '#renderer/features/lock/strength/guessing-time.ts'

const LEVELS = ['weak', 'fair', 'good', 'strong'] as const satisfies readonly Strength[]

type Props = Readonly<{
  /** Null while it is being looked at. */
  guesses: number | null
  /** It was drawn by chance here, so that its number of guesses is known and not estimated. */
  isDrawn: boolean
  /** It has letters of another script than the estimate's words. */
  isForeign: boolean
}>

/** What a passphrase is worth against somebody who has the disk and guesses; and how far that is only an estimate. */
export function StrengthMeter({ guesses, isDrawn, isForeign }: Props): ReactNode {
  const { t } = useTranslation()
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
        <strong>{t(`lock.strength-${strength}`)}</strong> {t('lock.strengthTime', { time: words })}
      </p>
      <p className="lock-detail">
        {t(isDrawn ? 'lock.strengthDrawn' : isForeign ? 'lock.strengthForeign' : 'lock.strengthEstimate')}
      </p>
    </div>
  )
}
