import { useState, useSyncExternalStore } from 'react'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { fitPanes, paneSize, type SizedPane } from '#renderer/app/shell/pane-sizes.ts'
import type { Pane } from '#renderer/app/state.ts'
import { useActions, useAppState } from '#renderer/app/store.ts'

/** `wide` has room for everything; `medium` folds the inspector away; `slim` the navigation too; `single` shows one pane at a time. */
export type LayoutMode = 'wide' | 'medium' | 'slim' | 'single'

export type Layout = Readonly<{
  mode: LayoutMode
  /** Which panes stand beside the reader. */
  shown: Readonly<Record<SizedPane, boolean>>
  sizes: Readonly<Record<SizedPane, number>>
  /** The pane that is drawn over the others, where there is no room for it beside them. */
  drawer: 'navigation' | 'inspector' | null
  /** The pane to draw in `single` mode. */
  pane: Pane
  /** Draws a pane at this width, while it is dragged. */
  resize: (pane: SizedPane, size: number) => void
  /** Keeps a pane's width in the settings. */
  keepSize: (pane: SizedPane, size: number) => void
  toggleNavigation: () => void
  toggleInspector: () => void
}>

/** From this width on, four panes stand side by side and the reader still has a line worth reading. */
const INSPECTOR_FITS = 1180

/** The mode for a window this wide, in CSS pixels. */
export function layoutMode(width: number): LayoutMode {
  if (width < 720) return 'single'
  if (width < 900) return 'slim'
  return width < INSPECTOR_FITS ? 'medium' : 'wide'
}

function subscribeToSize(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

/** How the panes stand now, from the window's width, the settings and what was asked for. */
export function useLayout(): Layout {
  const width = useSyncExternalStore(subscribeToSize, () => window.innerWidth)
  const settings = useCommand('settings.get', {}).data
  const save = useAction('settings.set')
  const actions = useActions()
  const pane = useAppState((state) => state.pane)
  const inspectorDrawer = useAppState((state) => state.inspectorDrawer)
  const hasDocument = useAppState((state) => state.openDocumentId !== null)
  const [dragged, setDragged] = useState<Partial<Record<SizedPane, number>>>({})
  const mode = layoutMode(width)
  const kept = { ...settings?.paneSizes, ...dragged }
  const shown = {
    navigation: mode !== 'slim' && mode !== 'single' && (settings?.sidebarShown ?? true),
    results: mode !== 'single',
    inspector: mode === 'wide' && (settings?.inspectorShown ?? true)
  }
  const wanted = {
    navigation: paneSize('navigation', kept.navigation),
    results: paneSize('results', kept.results),
    inspector: paneSize('inspector', kept.inspector)
  }
  const drawer =
    mode === 'slim' && pane === 'navigation'
      ? 'navigation'
      : (mode === 'medium' || mode === 'slim') && inspectorDrawer
        ? 'inspector'
        : null
  return {
    mode,
    shown,
    sizes: fitPanes(wanted, shown, width),
    drawer,
    pane: pane === 'inspector' && !hasDocument ? 'results' : pane,
    resize: (changed, size) => setDragged((now) => ({ ...now, [changed]: size })),
    keepSize: (changed, size) => {
      setDragged((now) => ({ ...now, [changed]: size }))
      void save({ paneSizes: { ...settings?.paneSizes, [changed]: size } })
    },
    toggleNavigation: () => {
      if (mode === 'wide' || mode === 'medium') void save({ sidebarShown: !(settings?.sidebarShown ?? true) })
      else actions.showPane(pane === 'navigation' ? 'results' : 'navigation')
    },
    toggleInspector: () => {
      if (mode === 'wide') void save({ inspectorShown: !(settings?.inspectorShown ?? true) })
      else if (mode === 'single') actions.showPane(pane === 'inspector' ? 'reader' : 'inspector')
      else actions.setInspectorDrawer(!inspectorDrawer)
    }
  }
}
