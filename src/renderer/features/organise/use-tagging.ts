import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import type { TagRef } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'

/** Puts tags on these documents and takes them off; says what was done where more than one document changed, with an undo. */
export function useTagging(ids: readonly DocumentId[]): Readonly<{
  add: (name: string) => Promise<void>
  remove: (tag: TagRef) => Promise<void>
}> {
  const { t } = useTranslation()
  const addTag = useAction('tags.add')
  const removeTag = useAction('tags.remove')
  return {
    add: async (name) => {
      const done = await addTag({ ids: [...ids], name })
      if (done !== undefined && ids.length > 1) showDone(t('organise.tagged', { count: done.documents, name: done.tag.name }))
    },
    remove: async (tag) => {
      const done = await removeTag({ ids: [...ids], id: tag.id })
      if (done === undefined || ids.length === 1) return
      showDone(
        t('organise.untagged', { count: done.documents, name: tag.name }),
        () => void addTag({ ids: [...ids], name: tag.name })
      )
    }
  }
}
