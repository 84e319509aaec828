import { CircleHelp, SlidersHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '#renderer/app/Shortcuts.tsx'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'

/** The buttons beside the search box: the query as chips, and what can be asked. */
export function SearchTools(): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const isBuilding = useAppState((state) => state.builderShown)
  useShortcut('build-query', () => actions.showBuilder(!isBuilding))
  useShortcut('search-help', () => actions.showDialog({ kind: 'search-help' }))
  return (
    <div className="search-tools">
      <IconButton
        label={t('shortcuts.build-query')}
        keys="b"
        isPressed={isBuilding}
        onPress={() => actions.showBuilder(!isBuilding)}
      >
        <SlidersHorizontal size={16} aria-hidden />
      </IconButton>
      <IconButton label={t('shortcuts.search-help')} keys="F1" onPress={() => actions.showDialog({ kind: 'search-help' })}>
        <CircleHelp size={16} aria-hidden />
      </IconButton>
    </div>
  )
}
