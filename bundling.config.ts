/** How two dependencies of the extract process are bundled; the app's build and the tests' own build of that process share it. */
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

/** Its modules look for JSON files beside themselves; this build of it carries them. */
export const cssTree = { find: /^css-tree$/, replacement: 'css-tree/dist/csstree.esm' }

const silent = resolve(import.meta.dirname, 'src/main/engine/extract/silent-event-target.ts')

/**
 * Every node of a linkedom tree registers itself for events in a WeakMap. Nothing here listens to a parsed page, and a WeakMap of a
 * hundred thousand entries makes each garbage collection slow, so its event target is replaced by one without listeners.
 */
export const silentNodes: Plugin = {
  name: 'silent-nodes',
  enforce: 'pre',
  resolveId(source, importer) {
    return importer?.includes('/linkedom/') && source.endsWith('/event-target.js') ? silent : null
  }
}
