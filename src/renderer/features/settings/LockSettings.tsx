import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import type { Settings } from '#shared/model/app'

const MINUTES = [0, 1, 5, 15, 30, 60] as const

/** The passphrase of the open archive, when it locks by itself, and whether Sanad remembers where archives are. */
export function LockSettings({ settings }: Readonly<{ settings: Settings }>): ReactNode {
  const { t } = useTranslation()
  const set = useAction('settings.set', ['settings.get'])
  return (
    <section aria-labelledby="settings-lock">
      <SectionHeading id="settings-lock">{t('lock.settings')}</SectionHeading>
      <Passphrase />
      <div className="settings-line">
        <span>{t('lock.autoLock')}</span>
        <Select
          label={t('lock.autoLock')}
          hideLabel
          value={String(settings.autoLockMinutes)}
          options={MINUTES.map((count) => ({
            value: String(count),
            label: count === 0 ? t('lock.autoLockNever') : t('lock.autoLockMinutes', { count })
          }))}
          onChange={(value) => {
            const autoLockMinutes = MINUTES.find((minutes) => String(minutes) === value)
            if (autoLockMinutes !== undefined) void set({ autoLockMinutes })
          }}
        />
      </div>
      <p className="settings-detail">{t('lock.autoLockDetail')}</p>
      <Switch isSelected={settings.rememberRecents} onChange={(rememberRecents) => void set({ rememberRecents })}>
        {t('lock.rememberRecents')}
      </Switch>
      <p className="settings-detail">{t('lock.rememberRecentsDetail')}</p>
      <ClearRecents />
    </section>
  )
}

function Passphrase(): ReactNode {
  const { t } = useTranslation()
  const { showDialog } = useActions()
  const open = useCommand('archive.state', {}).data?.open ?? null
  if (open === null) return null
  const state = t(open.encrypted ? 'lock.hasPassphrase' : 'lock.hasNone')
  if (open.isReadOnly) return <p className="settings-detail">{`${state} ${t('lock.readOnly')}`}</p>
  return (
    <div className="settings-line">
      <span>{state}</span>
      <div className="settings-buttons settings-buttons--inline">
        {open.encrypted ? (
          <>
            <Button onPress={() => showDialog({ kind: 'change-passphrase', from: 'settings' })}>{t('lock.change')}</Button>
            <Button onPress={() => showDialog({ kind: 'remove-passphrase', from: 'settings' })}>{t('lock.remove')}</Button>
          </>
        ) : (
          <Button onPress={() => showDialog({ kind: 'set-passphrase', from: 'settings' })}>{t('lock.set')}</Button>
        )}
      </div>
    </div>
  )
}

function ClearRecents(): ReactNode {
  const { t } = useTranslation()
  const clear = useAction('archive.clearRecents', ['archive.state'])
  const recents = useCommand('archive.state', {}).data?.recents ?? []
  if (recents.length === 0) return null
  return (
    <div className="settings-line">
      <span>{t('lock.recentsHeld', { count: recents.length })}</span>
      <Button onPress={() => void clear({})}>{t('lock.clearRecents')}</Button>
    </div>
  )
}
