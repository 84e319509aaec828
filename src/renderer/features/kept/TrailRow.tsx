import { History } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '#renderer/app/store.ts'
import { NavRow } from '#renderer/ui/NavRow.tsx'

/** The way to the research trail. */
export function TrailRow(): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const open = (): void => actions.showDialog({ kind: 'trail' })
  return (
    <ul>
      <li>
        <NavRow icon={<History size={15} aria-hidden />} name={t('kept.trail')} isOn={false} onPress={open} />
      </li>
    </ul>
  )
}
