import { useEffect } from 'react'
import { on } from '#renderer/api/call.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useHasShortcut, useRunShortcut, useShortcut } from '#renderer/app/Shortcuts.tsx'
import { selectSearchBox } from '#renderer/app/shell/select-search-box.ts'
import type { Layout } from '#renderer/app/shell/use-layout.ts'
import { useActions, useReadState } from '#renderer/app/store.ts'
import { focusPane, isPaneFocused } from '#renderer/ui/focus-pane.ts'

/** The shortcuts that belong to the window as a whole, and the menu, which asks for the same things. */
export function useWindowShortcuts(layout: Layout, hasArchive: boolean): void {
  const actions = useActions()
  const readState = useReadState()
  const run = useRunShortcut()
  const has = useHasShortcut()
  const lock = useAction('archive.lock')
  useShortcut('palette', () => actions.showDialog({ kind: 'palette' }))
  useShortcut('shortcuts', () => actions.showDialog({ kind: 'shortcuts' }))
  useShortcut('settings', () => actions.showDialog({ kind: 'settings' }))
  // Here and not in the navigation, which may be folded away.
  useShortcut('custody-log', () => actions.showDialog({ kind: 'custody', documentId: null }))
  useShortcut('trail', () => actions.showDialog({ kind: 'trail' }))
  useShortcut('save-search', () => actions.showDialog({ kind: 'save-search' }))
  useShortcut('roll-call', actions.showRollCalls)
  useShortcut('new-roll-call', () => {
    actions.lookAtRollCall({ screen: 'new' })
    actions.showRollCalls()
  })
  useShortcut('lock', () => void lock({}), hasArchive)
  useShortcut('about', () => actions.showDialog({ kind: 'about' }))
  useShortcut('toggle-sidebar', layout.toggleNavigation)
  useShortcut('toggle-inspector', layout.toggleInspector)
  useShortcut('search', () => {
    actions.showPane('results')
    // At once where it can be, so that no letter typed straight after is taken for a shortcut; else once the pane is drawn.
    if (!selectSearchBox()) requestAnimationFrame(selectSearchBox)
  })
  useShortcut('find', () => {
    const isReading = isPaneFocused('reader') && has('find-in-document')
    return run(isReading ? 'find-in-document' : 'search')
  })
  useShortcut('back', () => {
    const state = readState()
    if (state.inspectorDrawer) return actions.setInspectorDrawer(false)
    if (state.selection.size > 0) return actions.select([])
    if (layout.mode === 'single' && state.pane === 'inspector') return actions.showPane('reader')
    if (state.pane !== 'results' && layout.mode !== 'wide') actions.showPane('results')
    // At once where it can be: a moment later it would take the focus from what the next key went to.
    focusPane('results')
    if (!isPaneFocused('results')) requestAnimationFrame(() => focusPane('results'))
  })
  useEffect(() => on('menu.command', (command) => void run(command)), [run])
}
