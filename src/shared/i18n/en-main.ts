/** English words of the parts that the window does not draw: menus, native dialogs and messages. One catalogue per language. */
import type { ErrorCode } from '#shared/errors'

export const enMain = {
  appName: 'Sanad',
  defaultArchiveName: 'My archive',
  windowTitle: (archive: string): string => `${archive} – Sanad`,
  menu: {
    file: 'File',
    importFolder: 'Import a folder…',
    importFiles: 'Import files…',
    newArchive: 'New archive…',
    openArchive: 'Open archive…',
    recentArchives: 'Recent archives',
    noRecentArchives: 'None yet',
    showArchive: 'Show archive in file manager…',
    closeArchive: 'Close archive',
    lock: 'Lock now',
    cover: 'Hide everything now',
    settings: 'Settings…',
    quit: 'Quit Sanad',
    edit: 'Edit',
    find: 'Find',
    view: 'View',
    palette: 'Go to…',
    toggleSidebar: 'Show or hide the sidebar',
    toggleInspector: 'Show or hide the details',
    theme: 'Theme',
    themeSystem: 'As the system',
    themeLight: 'Light',
    themeDark: 'Dark',
    help: 'Help',
    shortcuts: 'Keyboard shortcuts',
    about: 'About Sanad'
  },
  contextMenu: { copyLink: 'Copy link address' },
  dialogs: {
    chooseListTitle: 'Choose a list',
    chooseListButton: 'Choose',
    listFiles: 'Lists (TXT, CSV, XLSX)',
    allFiles: 'All files',
    saveTableTitle: 'Export as CSV',
    saveLogTitle: 'Export the custody log',
    saveLogName: 'Custody log',
    saveLogFiles: 'JSON Lines',
    saveCopyTitle: 'Save a copy',
    saveCopyButton: 'Save',
    chooseCopyFolderTitle: 'Choose a folder for the copies',
    chooseFolderTitle: 'Choose a folder to import',
    chooseFilesTitle: 'Choose files to import',
    importButton: 'Choose',
    newArchiveTitle: 'Where should the new archive be kept?',
    newArchiveButton: 'Create archive',
    openArchiveTitle: 'Choose an archive (a folder that ends in .sanad)',
    openArchiveButton: 'Open archive',
    revealMessage: 'Show this archive in the file manager?',
    revealDetail:
      'Another program will open, outside Sanad’s protection. It may make previews of your originals, and its own list of recent places may remember them.',
    revealButton: 'Show in file manager',
    cancelButton: 'Cancel'
  },
  errorTitle: 'That did not work',
  archiveErrors: {
    'archive-not-found':
      'The archive is not there. If it is on another disk, connect the disk and try again. Nothing was changed.',
    'archive-not-an-archive': 'This folder is not a Sanad archive. Nothing was changed.',
    'archive-from-newer-version':
      'This archive was made by a newer version of Sanad. Update Sanad to open it. Nothing was changed.',
    'archive-in-use': 'This archive is open in another Sanad. Close it there and try again.',
    'archive-damaged': 'The archive’s database could not be read. The originals in its folder are untouched.',
    'archive-leads-elsewhere':
      'In this archive’s folder is a link to another place, or something else that Sanad never puts there. It was not followed, and nothing was changed.',
    'archive-exists': 'There is an archive with this name already. Choose another name.',
    'archive-folder-not-empty': 'There is a folder with this name already, and it is not empty. Choose another name.',
    'disk-full': 'The disk is full. Free some space and try again. Nothing was lost.',
    'disk-error': 'The disk could not be read or written. Check the disk and try again.',
    'permission-denied': 'Sanad may not write there. Choose another place.',
    'archive-locked': 'This archive is locked. Unlock it with its passphrase first.',
    'key-damaged':
      'The file with this archive’s locked key is damaged. Put “archive.key” back from a backup. The documents were not touched.'
  } satisfies Partial<Record<ErrorCode, string>>,
  notStarted: {
    title: 'Sanad did not start',
    detail: (names: readonly string[]): string =>
      `It was given ${names.join(', ')}. That can take away part of what protects you and your documents. Start Sanad without it. If an entry in the menu or a script adds it, take it out there. Nothing was opened or changed.`
  },
  otherError: 'Something went wrong inside Sanad. Nothing in your archive was changed by it. Details are in the log.',
  fault: {
    message: 'Something went wrong inside Sanad',
    detail:
      'Your archive is safe: everything that was shown as saved is on the disk. You can go on, or quit and start Sanad again.',
    goOn: 'Go on',
    quit: 'Quit'
  }
} as const
