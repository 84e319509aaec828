import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'
import { Slider } from '#renderer/ui/Slider.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import { ToggleSegment } from '#renderer/ui/ToggleSegment.tsx'
import type { Settings } from '#shared/model/app'

const FONTS = ['serif', 'sans'] as const

/** Text size, line width and font, with a line of text that shows them; and what waits until it is asked for. */
export function ReadingSettings({ settings }: Readonly<{ settings: Settings }>): ReactNode {
  const { t } = useTranslation()
  const set = useAction('settings.set', ['settings.get'])
  return (
    <section aria-labelledby="settings-reading">
      <SectionHeading id="settings-reading">{t('settings.reading')}</SectionHeading>
      <div className="settings-reading">
        <Slider
          label={t('settings.textSize')}
          value={settings.readingSize}
          minValue={12}
          maxValue={32}
          onChange={(readingSize) => void set({ readingSize })}
        />
        <Slider
          label={t('settings.lineWidth')}
          value={settings.readingWidth}
          minValue={45}
          maxValue={110}
          onChange={(readingWidth) => void set({ readingWidth })}
        />
      </div>
      <div className="settings-line">
        <span>{t('settings.font')}</span>
        <ToggleSegment
          label={t('settings.font')}
          value={settings.readingFont}
          onChange={(readingFont) => void set({ readingFont })}
          options={FONTS.map((value) => ({ value, label: t(`settings.font-${value}`) }))}
        />
      </div>
      <div
        className={`settings-preview settings-preview--${settings.readingFont}`}
        style={{ fontSize: `${settings.readingSize}px` }}
      >
        <p>{t('settings.preview')}</p>
        <p dir="rtl" lang="fa">
          {t('settings.previewPersian')}
        </p>
      </div>
      <Switch isSelected={settings.blurPictures} onChange={(blurPictures) => void set({ blurPictures })}>
        {t('settings.blurPictures')}
      </Switch>
      <p className="settings-detail">{t('settings.blurPicturesDetail')}</p>
      <Switch isSelected={settings.hideWarnedPassages} onChange={(hideWarnedPassages) => void set({ hideWarnedPassages })}>
        {t('settings.hideWarnedPassages')}
      </Switch>
      <p className="settings-detail">{t('settings.hideWarnedPassagesDetail')}</p>
    </section>
  )
}
