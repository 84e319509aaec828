import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react'
import { type ShortcutId, shortcut, shortcutFor } from '#renderer/app/shortcuts.ts'
import { isMac } from '#renderer/ui/is-mac.ts'

/** False: it had nothing to do, and the handler that was there before it gets its turn. */
type Handler = () => unknown

type Registry = Readonly<{
  add: (id: ShortcutId, handler: Handler) => () => void
  run: (id: ShortcutId) => boolean
  has: (id: ShortcutId) => boolean
}>

const ShortcutsContext = createContext<Registry | null>(null)

function useRegistry(): Registry {
  const registry = useContext(ShortcutsContext)
  if (registry === null) throw new Error('shortcuts belong inside <Shortcuts>')
  return registry
}

/** Listens to the keyboard for the whole window and passes each known key press to the handlers of its shortcut, newest first. */
export function Shortcuts({ children }: Readonly<{ children: ReactNode }>): ReactNode {
  const registry = useMemo(createRegistry, [])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      const id = shortcutFor(event, isMac)
      // Hiding must work from everywhere; the main process hears its keys first, where it can.
      if (id === undefined || (id !== 'lock' && belongsToElement(event, id))) return
      if (registry.run(id)) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [registry])
  return <ShortcutsContext value={registry}>{children}</ShortcutsContext>
}

/** Does `handler` when the shortcut is pressed, chosen in the menu or picked in the palette, as long as the component is there. */
export function useShortcut(id: ShortcutId, handler: Handler, enabled = true): void {
  const registry = useRegistry()
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  useEffect(() => (enabled ? registry.add(id, () => latest.current()) : undefined), [registry, id, enabled])
}

/** Runs a shortcut's handler from a menu or the palette; false when nothing on the screen answers to it now. */
export function useRunShortcut(): Registry['run'] {
  return useRegistry().run
}

/** Whether anything on the screen answers to a shortcut now. */
export function useHasShortcut(): Registry['has'] {
  return useRegistry().has
}

function createRegistry(): Registry {
  const handlers = new Map<ShortcutId, Handler[]>()
  return {
    add: (id, handler) => {
      handlers.set(id, [...(handlers.get(id) ?? []), handler])
      return () => {
        handlers.set(
          id,
          (handlers.get(id) ?? []).filter((other) => other !== handler)
        )
      }
    },
    run: (id) => (handlers.get(id) ?? []).toReversed().some((handler) => handler() !== false),
    has: (id) => (handlers.get(id)?.length ?? 0) > 0
  }
}

/** Keys inside a text field, a menu or a dialog are its own; only Ctrl combinations and function keys pass from a text field. */
function belongsToElement(event: KeyboardEvent, id: ShortcutId): boolean {
  const target = event.target
  if (!(target instanceof Element)) return false
  if (target.closest('[data-overlay]') !== null) return true
  if (event.key === 'Enter' && target.closest('button, a, [role="button"], [role="treeitem"], [role="row"]') !== null) return true
  const isText = target.closest('input, textarea, select, [contenteditable="true"], [role="textbox"]') !== null
  // Function keys type nothing.
  if (!isText || /^F\d+$/.test(event.key)) return false
  return !(event.ctrlKey || event.metaKey) || shortcut(id).keys.every((keys) => !keys.startsWith('Mod'))
}
