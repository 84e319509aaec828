import type { TFunction } from 'i18next'
import { timeLeft } from '#renderer/i18n/time-left.ts'

/** `about 3 min left`; null while the time left is not known. */
export function leftWords(secondsLeft: number | null, t: TFunction): string | null {
  const left = timeLeft(secondsLeft)
  switch (left?.unit) {
    case undefined:
      return null
    case 'moment':
      return t('common.left-moment')
    case 'under-minute':
      return t('common.left-under-minute')
    case 'minutes':
      return t('common.left-minutes', { count: left.minutes })
    case 'hours':
      return left.minutes === 0
        ? t('common.left-hours', { hours: left.hours })
        : t('common.left-hours-minutes', { hours: left.hours, minutes: left.minutes })
  }
}
