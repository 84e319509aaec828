import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '#renderer/api/call.ts'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { commandKey } from '#renderer/api/use-command.ts'
import { useShortcut } from '#renderer/app/Shortcuts.tsx'
import type { AppState } from '#renderer/app/state.ts'
import { useActions, useReadState } from '#renderer/app/store.ts'
import type { DocumentSummary } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'

/** The documents that an action is meant for: those selected, else the one under the cursor, else the open one. */
function targetIds(state: AppState): readonly DocumentId[] {
  if (state.selection.size > 0) return [...state.selection]
  const one = state.cursor?.id ?? state.openDocumentId
  return one === null ? [] : [one]
}

/** Tag, star and read/unread by key, on one document or on all that are selected. */
export function useDocumentShortcuts(): void {
  const actions = useActions()
  const readState = useReadState()
  const { star, read } = useMarking()
  const one = useReadDocument()
  const toggle = async (
    is: (document: DocumentSummary) => boolean,
    set: (ids: readonly DocumentId[], on: boolean) => Promise<void>
  ) => {
    const ids = targetIds(readState())
    const first = ids[0]
    if (first === undefined) return
    // Many: the first one decides, so that a second press takes all of it back.
    await set(ids, !is(await one(first)))
  }
  useShortcut('edit-tags', () => actions.editTags(targetIds(readState())))
  useShortcut('save-copy', () => actions.saveCopy(targetIds(readState())))
  useShortcut('toggle-star', () => void toggle((document) => document.isStarred, star))
  useShortcut('toggle-read', () => void toggle((document) => document.isRead, read))
}

/** Stars documents and marks them read, and says so where there are many. */
export function useMarking(): Readonly<{
  star: (ids: readonly DocumentId[], on: boolean) => Promise<void>
  read: (ids: readonly DocumentId[], on: boolean) => Promise<void>
}> {
  const { t } = useTranslation()
  const setStarred = useAction('document.setStarred')
  const setRead = useAction('document.setRead')
  return {
    star: async (ids, on) => {
      const done = await setStarred({ ids: [...ids], starred: on })
      if (done !== undefined && ids.length > 1) showDone(t(on ? 'organise.starred' : 'organise.unstarred', { count: ids.length }))
    },
    read: async (ids, on) => {
      const done = await setRead({ ids: [...ids], read: on })
      if (done !== undefined && ids.length > 1)
        showDone(t(on ? 'organise.markedRead' : 'organise.markedUnread', { count: ids.length }))
    }
  }
}

function useReadDocument(): (id: DocumentId) => Promise<DocumentSummary> {
  const client = useQueryClient()
  return (id) =>
    client.fetchQuery({ queryKey: commandKey('document.get', { id }), queryFn: () => call('document.get', { id }), staleTime: 0 })
}
