import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { snapshotFailureWords } from '#renderer/i18n/snapshot-failure-words.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { verifyWords } from '#renderer/i18n/verify-words.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ProgressLine } from '#renderer/ui/ProgressLine.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { Verdict } from '#renderer/ui/Verdict.tsx'
import { type IntegrityState, isWell, VERIFY_SCHEDULES } from '#shared/model/integrity'

/** When the archive was verified and what came of it, when it is verified by itself, and its snapshots. */
export function IntegritySettings(): ReactNode {
  const { t } = useTranslation()
  const setSchedule = useAction('integrity.setSchedule', ['integrity.state'])
  const state = useCommand('integrity.state', {}).data
  const isReadOnly = useCommand('archive.state', {}).data?.open?.isReadOnly === true
  if (state === undefined) return null
  const options = VERIFY_SCHEDULES.map((value) => ({ value, label: t(`integrity.schedule-${value}`) }))
  return (
    <section aria-labelledby="settings-integrity" className="settings-integrity">
      <SectionHeading id="settings-integrity">{t('integrity.title')}</SectionHeading>
      <p className="settings-detail">{t('integrity.detail')}</p>
      <Last state={state} />
      {isReadOnly ? <p className="settings-detail">{t('integrity.readOnly')}</p> : null}
      <div className="settings-line">
        <span>{t('integrity.schedule')}</span>
        <Select
          label={t('integrity.schedule')}
          hideLabel
          isDisabled={isReadOnly}
          options={options}
          value={state.schedule}
          onChange={(schedule) => void setSchedule({ schedule })}
        />
      </div>
      <Snapshots state={state} isReadOnly={isReadOnly} />
    </section>
  )
}

function Last({ state: { running, last } }: Readonly<{ state: IntegrityState }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const verify = useAction('integrity.verify', ['integrity.state'])
  return (
    <>
      {running !== null ? (
        <ProgressLine words={verifyWords(running, format, t)} label={t('integrity.running')} value={running.done} />
      ) : last === null ? (
        // Neither well nor not: nobody has looked.
        <p>{t('integrity.never')}</p>
      ) : (
        <Verdict isWell={isWell(last)}>
          {t(isWell(last) ? 'integrity.lastGood' : 'integrity.lastBad', {
            when: format.moment(last.endedAt),
            originals: t('common.files', { count: last.checked })
          })}
        </Verdict>
      )}
      <div className="settings-buttons">
        <Button isDisabled={running !== null} onPress={() => void verify({})}>
          {t('integrity.verifyNow')}
        </Button>
        {last === null ? null : (
          <Button onPress={() => actions.showDialog({ kind: 'verify-report' })}>{t('integrity.showReport')}</Button>
        )}
      </div>
    </>
  )
}

type SnapshotsProps = Readonly<{ state: IntegrityState; isReadOnly: boolean }>

function Snapshots({ state: { snapshots, snapshotFailure }, isReadOnly }: SnapshotsProps): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const take = useAction('integrity.takeSnapshot', ['integrity.state'])
  const takeNow = async (): Promise<void> => {
    if ((await take({})) !== undefined) showDone(t('integrity.snapshotTaken'))
  }
  return (
    <div className="settings-snapshots">
      <strong>{t('integrity.snapshots')}</strong>
      <p className="settings-detail">{t('integrity.snapshotsDetail')}</p>
      {snapshotFailure === null ? null : (
        <Verdict isWell={false}>{snapshotFailureWords(snapshotFailure, snapshots[0], format, t).join(' ')}</Verdict>
      )}
      {snapshots.length > 0 || snapshotFailure !== null ? null : (
        <p>{t(isReadOnly ? 'integrity.snapshotsNoneReadOnly' : 'integrity.snapshotsNone')}</p>
      )}
      {snapshots.length === 0 ? null : (
        <ul className="settings-imports">
          {snapshots.map(({ day, takenAt, bytes }) => (
            <li key={day}>
              <div>
                <strong>{format.date(day, 'long')}</strong>
                <small className="tabular">
                  {format.moment(takenAt)} · {format.bytes(bytes)}
                </small>
              </div>
              <Button kind="quiet" isDisabled={isReadOnly} onPress={() => actions.showDialog({ kind: 'restore-snapshot', day })}>
                {t('integrity.restore')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="settings-buttons">
        <Button isDisabled={isReadOnly} onPress={() => void takeNow()}>
          {t('integrity.takeSnapshot')}
        </Button>
      </div>
    </div>
  )
}
