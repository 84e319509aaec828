/** The command palette. */
export const palette = {
  title: 'Go to anything',
  placeholder: 'A document, saved search, name, tag, folder or command',
  results: 'Matches',
  commands: 'Commands',
  saved: 'Saved searches',
  documents: 'Documents',
  names: 'Names',
  tags: 'Tags',
  folders: 'Folders',
  search: 'Search',
  searchFor: 'Search all documents for “{{query}}”',
  nothing: 'Nothing is called that.',
  hint: 'Arrow keys to move, Enter to go, Esc to close'
} as const
