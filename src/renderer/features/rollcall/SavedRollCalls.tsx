import { ListChecks, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useActions } from '#renderer/app/store.ts'
import { useOpenRollCall } from '#renderer/features/rollcall/use-open-roll-call.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import type { RollCall } from '#shared/model/rollcall'

/** Every roll-call of the archive, newest first, and the way to a new one. */
export function SavedRollCalls({ rollCalls }: Readonly<{ rollCalls: readonly RollCall[] }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const add = (
    <Button kind="primary" onPress={() => actions.lookAtRollCall({ screen: 'new' })}>
      <Plus size={16} aria-hidden />
      {t('rollcall.new')}
    </Button>
  )
  if (rollCalls.length === 0) {
    return (
      <EmptyState icon={<ListChecks size={32} strokeWidth={1.25} />} title={t('rollcall.emptyTitle')} actions={add}>
        {t('rollcall.detail')}
      </EmptyState>
    )
  }
  return (
    <div className="rollcall-home">
      <header className="rollcall-home-head">
        <div>
          <h1>{t('rollcall.title')}</h1>
          <p>{t('rollcall.detail')}</p>
        </div>
        {add}
      </header>
      <ul className="rollcall-cards" aria-label={t('rollcall.saved')}>
        {rollCalls.map((rollCall) => (
          <li key={rollCall.id}>
            <Card rollCall={rollCall} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Card({ rollCall }: Readonly<{ rollCall: RollCall }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const open = useOpenRollCall()
  const { name, counts, state, ranAt, newDocuments } = rollCall
  const facts = [
    t('rollcall.cardFacts', { found: counts.found, lines: counts.lines }),
    state === 'finished' ? t('rollcall.ranAt', { moment: format.moment(ranAt) }) : t(`rollcall.state-${state}`)
  ]
  const news = [
    ...(counts.fresh > 0 ? [t('rollcall.freshLines', { count: counts.fresh })] : []),
    ...(newDocuments > 0 ? [t('rollcall.newDocuments', { count: newDocuments })] : [])
  ]
  return (
    <AriaButton className="rollcall-card" onPress={() => open(rollCall.id)}>
      <strong dir="auto">{name}</strong>
      <span>{facts.join(' · ')}</span>
      {news.length === 0 ? null : <span className="rollcall-news">{news.join(' · ')}</span>}
    </AriaButton>
  )
}
