import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'
import { ToggleSegment } from '#renderer/ui/ToggleSegment.tsx'
import type { Settings } from '#shared/model/app'

const THEMES = ['system', 'light', 'dark'] as const
const LAYOUTS = ['auto', 'ltr', 'rtl'] as const

/** Theme and direction of the window. */
export function LookSettings({ settings }: Readonly<{ settings: Settings }>): ReactNode {
  const { t } = useTranslation()
  const set = useAction('settings.set', ['settings.get'])
  return (
    <section aria-labelledby="settings-look">
      <SectionHeading id="settings-look">{t('settings.appearance')}</SectionHeading>
      <div className="settings-line">
        <span>{t('settings.theme')}</span>
        <ToggleSegment
          label={t('settings.theme')}
          value={settings.theme}
          onChange={(theme) => void set({ theme })}
          options={THEMES.map((value) => ({ value, label: t(`settings.theme-${value}`) }))}
        />
      </div>
      <div className="settings-line">
        <span>{t('settings.layout')}</span>
        <ToggleSegment
          label={t('settings.layout')}
          value={settings.layout}
          onChange={(layout) => void set({ layout })}
          options={LAYOUTS.map((value) => ({ value, label: t(`settings.layout-${value}`) }))}
        />
      </div>
    </section>
  )
}
