import { useAction } from '#renderer/api/use-action.ts'
import { useActions, useReadState } from '#renderer/app/store.ts'
import type { Suggestion } from '#shared/model/suggestion'

/** Does what a suggestion stands for. `send` searches for a text, `setText` only puts it into the box. */
export function useTake(
  send: (text: string, typing: boolean) => void,
  setText: (text: string) => void
): (item: Suggestion) => void {
  const actions = useActions()
  const readState = useReadState()
  const look = useAction('savedSearches.look', ['savedSearches.list', 'savedSearches.counts'])
  return (item) => {
    switch (item.kind) {
      case 'word':
      case 'value':
      case 'name':
        setText(item.query)
        send(item.query, false)
        break
      case 'field':
        // Its value is still to come.
        setText(item.query)
        break
      case 'saved':
        actions.showSearch(item.search)
        void look({ id: item.id })
        break
      case 'trail':
        actions.showSearch(item.search)
        break
      case 'tag':
        setText('')
        send('', false)
        actions.setFilter({ tagIds: [...new Set([...readState().filter.tagIds, item.id])] })
        break
      case 'folder':
        setText('')
        send('', false)
        actions.setFilter({ folderId: item.id })
        break
      case 'document':
        actions.openDocument(item.id)
    }
  }
}
