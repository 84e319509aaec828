import '#renderer/features/integrity/integrity.css'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { on } from '#renderer/api/call.ts'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import type { Damage, RepairProgress, RepairWay } from '#shared/model/integrity'

type Choice = Readonly<{ way: RepairWay; day?: string }>

/** What is wrong with the archive that did not open, and the ways to mend it, the gentlest first. */
export function Mending({ onMended }: Readonly<{ onMended: () => void }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const repair = useAction('integrity.repair')
  const verify = useAction('integrity.verify', ['integrity.state'])
  const damage = useCommand('integrity.damage', {}, { forget: true }).data
  const [isMending, setMending] = useState(false)
  const mend = async (choice: Choice): Promise<void> => {
    setMending(true)
    const outcome = await repair(choice)
    setMending(false)
    if (outcome === undefined) return
    onMended()
    showDone(t('integrity.mended', { count: outcome.repaired.documents }))
    if (outcome.state.open === null) return
    await verify({})
    actions.showDialog({ kind: 'verify-report' })
  }
  if (isMending) return <Progress />
  return (
    <div className="mending">
      <p>{t('integrity.mendDetail')}</p>
      {damage === undefined ? (
        <p className="mending-looking">
          <Spinner label={t('integrity.looking')} />
          <span>{t('integrity.looking')}</span>
        </p>
      ) : damage === null ? null : (
        <>
          <p className="mending-what">{damage.what}</p>
          {damage.details === null ? null : (
            <details className="mending-details">
              <summary>
                <span>{t('integrity.mendDetails')}</span>
              </summary>
              <code dir="ltr">{damage.details}</code>
            </details>
          )}
          <Ways damage={damage} onChoose={(choice) => void mend(choice)} />
          <p className="mending-note">{t('integrity.mendKept')}</p>
        </>
      )}
    </div>
  )
}

function Ways({ damage, onChoose }: Readonly<{ damage: Damage; onChoose: (choice: Choice) => void }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const { isIndexOnly, snapshots, rebuildFrom, originals } = damage
  const source = rebuildFrom.from === 'manifest' || rebuildFrom.from === 'snapshot' ? 'copy' : rebuildFrom.from
  const at = rebuildFrom.from === 'nothing' ? '' : format.moment(rebuildFrom.at)
  const ways = [
    ...(isIndexOnly
      ? [
          {
            key: 'index',
            choice: { way: 'index' } as const,
            title: t('integrity.way-index'),
            detail: t('integrity.wayDetail-index')
          }
        ]
      : []),
    ...snapshots.map(({ day, takenAt }) => ({
      key: day,
      choice: { way: 'snapshot', day } as const,
      title: t('integrity.way-snapshot', { day: format.date(day, 'long') }),
      detail: t('integrity.wayDetail-snapshot', { when: format.moment(takenAt) })
    })),
    {
      key: 'rebuild',
      choice: { way: 'rebuild' } as const,
      title: t('integrity.way-rebuild'),
      detail: t(`integrity.wayDetail-rebuild-${source}`, { count: originals, when: at })
    }
  ]
  return (
    <ul className="mending-ways">
      {ways.map(({ key, choice, title, detail }, index) => (
        <li key={key}>
          <p id={`mend-${key}`}>{detail}</p>
          <Button kind={index === 0 ? 'primary' : 'plain'} aria-describedby={`mend-${key}`} onPress={() => onChoose(choice)}>
            {title}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function Progress(): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const [progress, setProgress] = useState<RepairProgress | null>(null)
  useEffect(() => on('integrity.repairing', (now) => setProgress((before) => now ?? before)), [])
  const share = progress === null || progress.total === 0 ? null : progress.done / progress.total
  return (
    <div className="mending" role="status">
      <strong>{t('integrity.mending')}</strong>
      <ProgressBar label={t('integrity.mending')} value={share} />
      <p className="tabular">
        {progress === null
          ? ''
          : `${t(`integrity.repair-${progress.stage}`)} · ${t('integrity.originalsOf', { done: format.number(progress.done), total: format.number(progress.total) })}`}
      </p>
      <p className="mending-note">{t('integrity.mendingDetail')}</p>
    </div>
  )
}
