import { Eye, EyeOff, Save, Star, StarOff, Tag, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { useMarking } from '#renderer/features/search/use-document-shortcuts.ts'
import type { ListRequest } from '#renderer/features/search/use-request.ts'
import { useSelectAll } from '#renderer/features/search/use-select-all.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'

/** What can be done with the selected documents, all at once. */
export function SelectionBar({ request }: Readonly<{ request: ListRequest }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const selection = useAppState((state) => state.selection)
  const { star, read } = useMarking()
  const ids = [...selection]
  const icon = { size: 15, 'aria-hidden': true } as const
  const selectAll = useSelectAll(request)
  return (
    <div className="selection-bar" role="toolbar" aria-label={t('search.selected', { count: ids.length })}>
      <span className="tabular" role="status">
        {t('search.selected', { count: ids.length })}
      </span>
      <Button kind="quiet" onPress={() => void selectAll()}>
        {t('search.selectAll')}
      </Button>
      <span className="selection-space" />
      <IconButton label={t('search.tagSelection')} keys="t" onPress={() => actions.editTags(ids)}>
        <Tag {...icon} />
      </IconButton>
      <IconButton label={t('search.starSelection')} onPress={() => void star(ids, true)}>
        <Star {...icon} />
      </IconButton>
      <IconButton label={t('search.unstarSelection')} onPress={() => void star(ids, false)}>
        <StarOff {...icon} />
      </IconButton>
      <IconButton label={t('search.readSelection')} onPress={() => void read(ids, true)}>
        <Eye {...icon} />
      </IconButton>
      <IconButton label={t('search.unreadSelection')} onPress={() => void read(ids, false)}>
        <EyeOff {...icon} />
      </IconButton>
      <IconButton label={t('shortcuts.save-copy')} keys="Mod+Shift+S" onPress={() => actions.saveCopy(ids)}>
        <Save {...icon} />
      </IconButton>
      <IconButton label={t('search.clearSelection')} keys="Escape" onPress={() => actions.select([])}>
        <X {...icon} />
      </IconButton>
    </div>
  )
}
