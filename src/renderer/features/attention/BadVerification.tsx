import { ShieldAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { isWell } from '#shared/model/integrity'

/** Says that the newest verification found something wrong. Nothing where all is well. */
export function BadVerification(): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const last = useCommand('integrity.state', {}).data?.last ?? null
  if (last === null || isWell(last)) return null
  return (
    <div className="attention-outdated" role="alert">
      <ShieldAlert size={16} aria-hidden />
      <p>{t('integrity.lastBad', { when: format.moment(last.endedAt) })}</p>
      <Button onPress={() => actions.showDialog({ kind: 'verify-report' })}>{t('integrity.showReport')}</Button>
    </div>
  )
}
