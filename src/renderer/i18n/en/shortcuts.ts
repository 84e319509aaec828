import type { ShortcutGroup, ShortcutId } from '#renderer/app/shortcuts.ts'

/** The name of everything the keyboard can do, and of the groups they are listed in. */
export const shortcuts = {
  title: 'Keyboard',
  detail: 'Letters work while no text is being typed.',
  'group-search': 'Search and results',
  'group-reading': 'Reading',
  'group-documents': 'Documents',
  'group-window': 'Window',
  find: 'Search',
  palette: 'Go to anything',
  'next-result': 'Next result',
  'previous-result': 'Previous result',
  'walk-results': 'Walk through the results',
  'open-result': 'Open at the hit',
  'select-more': 'Select more results',
  'select-all': 'Select all results',
  'next-hit': 'Next hit',
  'previous-hit': 'Previous hit',
  'find-in-document': 'Find in this document',
  'toggle-view': 'Reader or Original',
  back: 'Back, close',
  'edit-tags': 'Tag',
  'toggle-star': 'Star or remove star',
  'toggle-read': 'Read or unread',
  'import-folder': 'Import a folder…',
  'import-files': 'Import files…',
  'toggle-sidebar': 'Show or hide navigation',
  'toggle-inspector': 'Show or hide details',
  settings: 'Settings',
  shortcuts: 'Keyboard shortcuts',
  about: 'About Sanad'
} as const satisfies Record<ShortcutId | `group-${ShortcutGroup}` | 'title' | 'detail', string>
