import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'

/** Whether this archive keeps a trail of what is searched for; and the way to what it holds, to clear it. */
export function TrailSettings(): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const trail = useCommand('trail.get', {}).data
  const setKept = useAction('trail.setKept', ['trail.get'])
  if (trail === undefined) return null
  return (
    <section aria-labelledby="settings-trail">
      <SectionHeading id="settings-trail">{t('kept.trail')}</SectionHeading>
      <Switch isSelected={trail.isKept} onChange={(isKept) => void setKept({ isKept })}>
        {t('kept.keep')}
      </Switch>
      <p className="settings-detail">{t('kept.keepDetail')}</p>
      {trail.entries.length === 0 ? null : (
        <div className="settings-line">
          <span>{t('kept.holds', { count: trail.entries.length })}</span>
          <Button onPress={() => actions.showDialog({ kind: 'trail' })}>{t('kept.showTrail')}</Button>
        </div>
      )}
    </section>
  )
}
