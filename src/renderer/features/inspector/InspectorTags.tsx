import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { useActions } from '#renderer/app/store.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'
import { TagChip } from '#renderer/ui/TagChip.tsx'
import type { DocumentDetail } from '#shared/model/document'

/** The document's tags: the name shows what else has it, the cross takes it off, the plus opens the tag editor. */
export function InspectorTags({ document }: Readonly<{ document: DocumentDetail }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const remove = useAction('tags.remove')
  return (
    <section aria-labelledby="inspector-tags">
      <SectionHeading id="inspector-tags">{t('inspector.tags')}</SectionHeading>
      <div className="inspector-tags">
        {document.tags.map((tag) => (
          <TagChip
            key={tag.id}
            name={tag.name}
            color={tag.color}
            onPress={() => actions.showOnly({ tagIds: [tag.id] })}
            onRemove={() => void remove({ ids: [document.id], id: tag.id })}
            removeLabel={t('organise.remove', { name: tag.name })}
          />
        ))}
        <IconButton label={t('organise.tagInput')} keys="t" onPress={() => actions.editTags([document.id])}>
          <Plus size={14} aria-hidden />
        </IconButton>
      </div>
    </section>
  )
}
