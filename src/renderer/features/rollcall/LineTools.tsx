import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import { ToggleSegment } from '#renderer/ui/ToggleSegment.tsx'
import { ROLL_CALL_SORTS, ROLL_CALL_TABS, type RollCall } from '#shared/model/rollcall'

/** Which lines are shown and in which order. `total`: how many are shown. */
export function LineTools({ rollCall, total }: Readonly<{ rollCall: RollCall; total: number | undefined }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const { tab, freshOnly, text, sort } = useAppState((state) => state.rollCall)
  const { lines, found, missing, malformed } = rollCall.counts
  const counts = { all: lines, found, missing, malformed }
  return (
    <div className="rollcall-tools">
      <ToggleSegment
        label={t('rollcall.tabs')}
        options={ROLL_CALL_TABS.map((value) => ({ value, label: t(`rollcall.tab-${value}`, { count: counts[value] }) }))}
        value={tab}
        onChange={(next) => actions.lookAtRollCall({ tab: next, row: null })}
      />
      {rollCall.runs > 1 ? (
        <Switch isSelected={freshOnly} onChange={(on) => actions.lookAtRollCall({ freshOnly: on, row: null })}>
          {t('rollcall.freshOnly')}
        </Switch>
      ) : null}
      <span className="rollcall-filter">
        <SearchField
          label={t('rollcall.filter')}
          clearLabel={t('rollcall.clearFilter')}
          placeholder={t('rollcall.filter')}
          value={text}
          onChange={(next) => actions.lookAtRollCall({ text: next, row: null })}
        />
      </span>
      {text === '' || total === undefined ? null : (
        <span className="rollcall-quiet tabular" role="status">
          {t('rollcall.shownLines', { count: total })}
        </span>
      )}
      <Select
        label={t('rollcall.sort')}
        hideLabel
        options={ROLL_CALL_SORTS.map((value) => ({ value, label: t(`rollcall.sort-${value}`) }))}
        value={sort}
        onChange={(next) => actions.lookAtRollCall({ sort: next, row: null })}
      />
    </div>
  )
}
