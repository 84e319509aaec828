import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PageZoom } from '#renderer/features/reader/pages/page-zoom.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Menu, type MenuEntry } from '#renderer/ui/Menu.tsx'

type Props = Readonly<{ zoom: PageZoom; scale: number; isPicture: boolean; onZoom: (zoom: PageZoom) => void }>

const SCALES = [0.5, 0.75, 1.25, 1.5, 2, 4] as const

/** How large the pages are drawn, and the sizes to choose from. */
export function ZoomMenu({ zoom, scale, isPicture, onZoom }: Props): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const entry = (value: PageZoom, label: string): MenuEntry => ({
    id: String(value),
    label,
    isChosen: value === zoom,
    onSelect: () => onZoom(value)
  })
  return (
    <Menu
      label={t('pages.size')}
      placement="bottom end"
      trigger={
        <Button kind="quiet" aria-label={`${t('pages.size')}: ${format.percent(scale)}`}>
          <span className="tabular">{format.percent(scale)}</span>
          <ChevronDown size={12} aria-hidden />
        </Button>
      }
      groups={[
        {
          id: 'fit',
          entries: [
            entry('width', t('pages.fitWidth')),
            entry('page', t(isPicture ? 'pages.fitPicture' : 'pages.fitPage')),
            entry(1, t('pages.actualSize'))
          ]
        },
        { id: 'scale', entries: SCALES.map((value) => entry(value, format.percent(value))) }
      ]}
    />
  )
}
