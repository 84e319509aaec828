import { ShieldAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useBadVerification } from '#renderer/api/use-bad-verification.ts'
import { useActions } from '#renderer/app/store.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'

/** Says that the newest verification found something wrong. Nothing where all is well. */
export function BadVerification(): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const bad = useBadVerification()
  if (bad === null) return null
  return (
    <div className="attention-outdated" role="alert">
      <ShieldAlert size={16} aria-hidden />
      <p>{t('integrity.lastBad', { when: format.moment(bad.endedAt) })}</p>
      <Button onPress={() => actions.showDialog({ kind: 'verify-report' })}>{t('integrity.showReport')}</Button>
    </div>
  )
}
