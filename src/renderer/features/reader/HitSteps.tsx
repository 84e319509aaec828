import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#renderer/ui/IconButton.tsx'

type Props = Readonly<{
  /** Index of the current hit; -1 for none. */
  current: number
  total: number
  onStep: (by: 1 | -1) => void
}>

/** `‹ 3 of 12 ›`: past the last hit it goes on to the next document of the results. */
export function HitSteps({ current, total, onStep }: Props): ReactNode {
  const { t } = useTranslation()
  return (
    <fieldset className="reader-hits" aria-label={t('reader.hits')}>
      <IconButton label={t('reader.previousHit')} keys="p" onPress={() => onStep(-1)}>
        <ChevronLeft className="mirror" size={14} aria-hidden />
      </IconButton>
      <span className="tabular" role="status">
        {current < 0 ? t('reader.hitCount', { count: total }) : t('reader.hitOf', { current: current + 1, total })}
      </span>
      <IconButton label={t('reader.nextHit')} keys="n" onPress={() => onStep(1)}>
        <ChevronRight className="mirror" size={14} aria-hidden />
      </IconButton>
    </fieldset>
  )
}
