import { ArrowDown, ArrowUp, Pencil, Replace, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useCurrentSearch } from '#renderer/features/kept/use-current-search.ts'
import { Menu } from '#renderer/ui/Menu.tsx'
import { NavMore } from '#renderer/ui/NavMore.tsx'
import type { SavedSearch } from '#shared/model/saved-search'

type Props = Readonly<{
  saved: SavedSearch
  isFirst: boolean
  isLast: boolean
  isOpen: boolean
  onOpenChange: (open: boolean) => void
  onRename: () => void
}>

const LISTS = ['savedSearches.list', 'savedSearches.counts'] as const

/** What can be done with a saved search itself. Deleting and replacing can be undone. */
export function SavedSearchMenu({ saved, isFirst, isLast, isOpen, onOpenChange, onRename }: Props): ReactNode {
  const { t } = useTranslation()
  const current = useCurrentSearch()
  const update = useAction('savedSearches.update', LISTS)
  const move = useAction('savedSearches.move', LISTS)
  const remove = useAction('savedSearches.delete', LISTS)
  const undo = useAction('savedSearches.undo', LISTS)
  const { id, name, search } = saved
  const replace = async (): Promise<void> => {
    const done = await update({ id, search: current })
    if (done !== undefined) showDone(t('kept.replaced', { name }), () => void update({ id, search }))
  }
  const onDelete = async (): Promise<void> => {
    const done = await remove({ id })
    if (done !== undefined) showDone(t('kept.deleted', { name }), () => void undo({ undoId: done.undoId }))
  }
  const icon = { size: 15, 'aria-hidden': true } as const
  const steps = [
    ...(isFirst
      ? []
      : [{ id: 'up', label: t('kept.moveUp'), icon: <ArrowUp {...icon} />, onSelect: () => void move({ id, step: -1 }) }]),
    ...(isLast
      ? []
      : [{ id: 'down', label: t('kept.moveDown'), icon: <ArrowDown {...icon} />, onSelect: () => void move({ id, step: 1 }) }])
  ]
  return (
    <Menu
      label={t('kept.menu', { name })}
      placement="bottom end"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      trigger={<NavMore label={t('kept.menu', { name })} />}
      groups={[
        {
          id: 'change',
          entries: [
            { id: 'rename', label: t('kept.rename'), icon: <Pencil {...icon} />, onSelect: onRename },
            { id: 'replace', label: t('kept.replace'), icon: <Replace {...icon} />, onSelect: () => void replace() },
            ...steps,
            {
              id: 'delete',
              label: t('kept.delete'),
              icon: <Trash2 {...icon} />,
              isDanger: true,
              onSelect: () => void onDelete()
            }
          ]
        }
      ]}
    />
  )
}
