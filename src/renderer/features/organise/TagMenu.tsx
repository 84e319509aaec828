import { EyeOff, Merge, Pencil, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { Menu } from '#renderer/ui/Menu.tsx'
import { NavMore } from '#renderer/ui/NavMore.tsx'
import { TagDot } from '#renderer/ui/TagDot.tsx'
import { TAG_COLORS, type Tag } from '#shared/model/document'

type Props = Readonly<{
  tag: Tag
  isOpen: boolean
  onOpenChange: (open: boolean) => void
  onDialog: (dialog: 'rename' | 'merge') => void
}>

/** What can be done with a tag itself: name, colour, merge, delete. Deleting and merging can be undone. */
export function TagMenu({ tag, isOpen, onOpenChange, onDialog }: Props): ReactNode {
  const { t } = useTranslation()
  const setColor = useAction('tags.setColor')
  const setWarning = useAction('tags.setWarning')
  const remove = useAction('tags.delete')
  const undo = useAction('tags.undo')
  const onDelete = async (): Promise<void> => {
    const done = await remove({ id: tag.id })
    if (done !== undefined) showDone(t('organise.deleted', { name: tag.name }), () => void undo({ undoId: done.undoId }))
  }
  const onWarn = async (): Promise<void> => {
    const isWarning = !tag.isWarning
    const done = await setWarning({ id: tag.id, isWarning })
    if (done === undefined) return
    showDone(
      t(isWarning ? 'warning.on' : 'warning.off', { name: tag.name }),
      () => void setWarning({ id: tag.id, isWarning: !isWarning })
    )
  }
  const icon = { size: 15, 'aria-hidden': true } as const
  return (
    <Menu
      label={t('organise.tagMenu', { name: tag.name })}
      placement="bottom end"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      trigger={<NavMore label={t('organise.tagMenu', { name: tag.name })} />}
      groups={[
        {
          id: 'change',
          entries: [
            { id: 'rename', label: t('organise.rename'), icon: <Pencil {...icon} />, onSelect: () => onDialog('rename') },
            { id: 'merge', label: t('organise.mergeInto'), icon: <Merge {...icon} />, onSelect: () => onDialog('merge') },
            {
              id: 'warn',
              label: t('warning.switch'),
              detail: t('warning.switchDetail'),
              icon: <EyeOff {...icon} />,
              isChosen: tag.isWarning,
              onSelect: () => void onWarn()
            },
            {
              id: 'delete',
              label: t('organise.delete'),
              icon: <Trash2 {...icon} />,
              isDanger: true,
              onSelect: () => void onDelete()
            }
          ]
        },
        {
          id: 'color',
          title: t('organise.color'),
          entries: TAG_COLORS.map((color) => ({
            id: color,
            label: t(`organise.color-${color}`),
            icon: <TagDot color={color} />,
            isChosen: color === tag.color,
            onSelect: () => void setColor({ id: tag.id, color })
          }))
        }
      ]}
    />
  )
}
