import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'

/** That the archive keeps a custody log, how long it is, and the way to it. */
export function CustodySettings(): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const summary = useCommand('custody.summary', {}).data
  if (summary === undefined) return null
  const { entries, begunAt } = summary
  return (
    <section aria-labelledby="settings-custody">
      <SectionHeading id="settings-custody">{t('custody.title')}</SectionHeading>
      <p className="settings-detail">{t('custody.settingsDetail')}</p>
      <div className="settings-line">
        <span>
          {t('custody.entriesSince', { count: entries, date: begunAt === null ? '' : format.date(begunAt.slice(0, 10)) })}
        </span>
        <Button onPress={() => actions.showDialog({ kind: 'custody', documentId: null })}>{t('custody.settingsShow')}</Button>
      </div>
    </section>
  )
}
