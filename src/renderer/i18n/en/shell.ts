/** The frame of the window: panes, status bar, drop overlay. */
export const shell = {
  navigation: 'Navigation',
  results: 'Results',
  reader: 'Reader',
  inspector: 'Details',
  resizeNavigation: 'Width of the navigation',
  resizeResults: 'Width of the results',
  resizeInspector: 'Width of the details',
  offline: 'Offline: network blocked',
  refused_one: '{{count, number}} request refused',
  refused_other: '{{count, number}} requests refused',
  readOnly: 'Read-only',
  readOnlyTitle: 'This archive can be read, not changed',
  readOnlyWhy:
    'It lies where Sanad may not write: on a write-protected disk, in a folder of somebody else, or on a disk that is full. You can search, read and save copies. Imports, tags, corrections and your place in documents are not kept.',
  readOnlyWhatToDo:
    'To change it, close it, copy its whole folder to a disk with room where you may write, and open the copy. Or make this place writable, and open the archive again.',
  facts: '{{documents}} · {{size}}',
  dropTitle: 'Drop to import',
  dropDetail: 'Folders and files. Nothing in them is changed.',
  nothingToImport: 'There was nothing to import in what was dropped.',
  showNavigation: 'Show navigation',
  showInspector: 'Show details',
  backToResults: 'Back to results',
  backToReader: 'Back to the document',
  noArchiveTitle: 'No archive is open',
  noArchiveDetail: 'An archive is one folder on your disk that holds your documents and everything you note about them.',
  archiveProblemTitle: 'The archive could not be opened',
  upgradeTitle: 'Preparing this archive',
  upgradeDetail:
    'It was made by an earlier Sanad, or work on its passphrase or a repair was cut off and goes on now. This is done once, and may take some minutes. Your documents stay as they are, and of a database of an earlier Sanad a copy is kept beside it. If this is cut short, it goes on the next time.'
} as const
