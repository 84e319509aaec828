import { useActions, useAppState } from '#renderer/app/store.ts'
import type { Settings } from '#shared/model/app'
import type { DocumentSummary } from '#shared/model/document'
import { warningTags } from '#shared/model/warning-tags'

/** Whether the pictures of a document wait until they are asked for, and how to ask for all of them. */
export function useVeil(
  { id, ...warned }: Pick<DocumentSummary, 'id' | 'tags' | 'heldWarnings'>,
  { blurPictures }: Pick<Settings, 'blurPictures'>
): Readonly<{ isVeiled: boolean; showAll: () => void }> {
  const actions = useActions()
  const isShown = useAppState((state) => state.unblurred.has(id))
  return { isVeiled: !isShown && (blurPictures || warningTags(warned).length > 0), showAll: () => actions.unblur(id) }
}
