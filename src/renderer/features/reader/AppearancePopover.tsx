import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Popover } from '#renderer/ui/Popover.tsx'
import { Slider } from '#renderer/ui/Slider.tsx'
import { ToggleSegment } from '#renderer/ui/ToggleSegment.tsx'
import type { Settings } from '#shared/model/app'

/** Text size, line width and font of the reading column; the text follows while one drags. */
export function AppearancePopover({ settings }: Readonly<{ settings: Settings }>): ReactNode {
  const { t } = useTranslation()
  const set = useAction('settings.set', ['settings.get'])
  return (
    <Popover
      label={t('reader.appearance')}
      placement="bottom end"
      trigger={
        <IconButton label={t('reader.appearance')}>
          <span className="reader-aa" aria-hidden>
            Aa
          </span>
        </IconButton>
      }
    >
      <div className="reader-appearance">
        <Slider
          label={t('reader.textSize')}
          value={settings.readingSize}
          minValue={12}
          maxValue={32}
          onChange={(readingSize) => void set({ readingSize })}
        />
        <Slider
          label={t('reader.lineWidth')}
          value={settings.readingWidth}
          minValue={45}
          maxValue={110}
          onChange={(readingWidth) => void set({ readingWidth })}
        />
        <ToggleSegment
          label={t('reader.font')}
          value={settings.readingFont}
          onChange={(readingFont) => void set({ readingFont })}
          options={[
            { value: 'serif', label: t('reader.fontSerif') },
            { value: 'sans', label: t('reader.fontSans') }
          ]}
        />
      </div>
    </Popover>
  )
}
