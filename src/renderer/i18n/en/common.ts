/** Words used in many places. */
export const common = {
  appName: 'Sanad',
  cancel: 'Cancel',
  close: 'Close',
  done: 'Done',
  undo: 'Undo',
  rename: 'Rename',
  retry: 'Try again',
  clear: 'Clear',
  loading: 'Loading',
  dismiss: 'Dismiss',
  unknown: 'unknown',
  documents_one: '{{count, number}} document',
  documents_other: '{{count, number}} documents',
  files_one: '{{count, number}} file',
  files_other: '{{count, number}} files'
} as const
