import { clipboard, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron'
import { enMain } from '#shared/i18n/en-main'

let open: Menu | undefined

/** Closes the menu of the right mouse button where it stands open. */
export function closeContextMenu(): void {
  open?.closePopup()
}

/** The menu of the right mouse button: the usual editing, and copying a link's address, since Sanad opens no links. */
export function attachContextMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, { editFlags, isEditable, linkURL, selectionText }) => {
    const edit: MenuItemConstructorOptions[] = isEditable
      ? [
          { role: 'cut', enabled: editFlags.canCut },
          { role: 'copy', enabled: editFlags.canCopy },
          { role: 'paste', enabled: editFlags.canPaste },
          { type: 'separator' },
          { role: 'selectAll', enabled: editFlags.canSelectAll }
        ]
      : selectionText.trim() === ''
        ? []
        : [{ role: 'copy', enabled: editFlags.canCopy }]
    const link: MenuItemConstructorOptions[] = /^(https?|mailto):/.test(linkURL)
      ? [{ label: enMain.contextMenu.copyLink, click: () => clipboard.writeText(linkURL) }]
      : []
    const items = [...edit, ...link]
    if (items.length === 0) return
    open = Menu.buildFromTemplate(items)
    open.popup({ callback: () => (open = undefined) })
  })
}
