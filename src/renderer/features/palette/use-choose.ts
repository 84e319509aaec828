import { useAction } from '#renderer/api/use-action.ts'
import { useRunShortcut } from '#renderer/app/Shortcuts.tsx'
import { useActions } from '#renderer/app/store.ts'
import type { Entry } from '#renderer/features/palette/entries.ts'
import type { PaletteItem } from '#shared/model/app'

/** Goes where a line of the palette points, and closes the palette. */
export function useChoose(text: string): (entry: Entry) => void {
  const actions = useActions()
  const run = useRunShortcut()
  const look = useAction('savedSearches.look', ['savedSearches.list', 'savedSearches.counts'])
  const goTo = (item: PaletteItem): void => {
    switch (item.kind) {
      case 'document':
        actions.openDocument(item.id)
        break
      case 'tag':
        actions.showOnly({ tagIds: [item.id] })
        break
      case 'name':
        actions.openName({ id: item.id, label: item.title })
        break
      case 'folder':
        actions.showOnly({ folderId: item.id })
    }
  }
  return (entry) => {
    actions.closeDialog()
    switch (entry.kind) {
      case 'item':
        goTo(entry.item)
        break
      case 'saved':
        actions.showSearch(entry.saved.search)
        void look({ id: entry.saved.id })
        break
      case 'search':
        actions.showOnly({})
        actions.setQuery(text.trim())
        break
      case 'command':
        // The palette gives the focus back first, so that a command finds it where it was.
        requestAnimationFrame(() => run(entry.command))
    }
  }
}
