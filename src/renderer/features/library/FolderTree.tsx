import { ChevronRight, Package } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { Button, Collection, type Key, Tree, TreeItem, TreeItemContent } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { FolderMenu } from '#renderer/features/library/FolderMenu.tsx'
import { type FolderForest, folderForest } from '#renderer/features/library/folder-forest.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import type { FolderNode } from '#shared/model/importing'

/** The source folders of the archive as a tree; choosing one shows what is in it and below it. */
export function FolderTree({ folders }: Readonly<{ folders: readonly FolderNode[] }>): ReactNode {
  const { t, i18n } = useTranslation()
  const actions = useActions()
  const folderId = useAppState((state) => state.filter.folderId)
  const forest = useMemo(() => folderForest(folders, i18n.language), [folders, i18n.language])
  const [expanded, setExpanded] = useState<ReadonlySet<Key>>(new Set())
  // A folder chosen elsewhere (the palette) must be in sight here.
  useEffect(() => {
    if (folderId === null) return
    setExpanded((now) => new Set([...now, ...forest.ancestorsOf(folderId)]))
  }, [folderId, forest])
  if (folders.length === 0) return <p className="sidebar-empty">{t('library.foldersEmpty')}</p>
  return (
    <Tree
      className="folder-tree"
      aria-label={t('library.folders')}
      items={forest.roots}
      dependencies={[expanded, forest]}
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={folderId === null ? [] : [folderId]}
      expandedKeys={expanded}
      onExpandedChange={setExpanded}
      onSelectionChange={(keys) => {
        if (keys === 'all') return
        const chosen = folders.find((folder) => keys.has(folder.id))
        actions.showOnly({ folderId: chosen?.id ?? null })
      }}
    >
      {(folder) => <FolderRow folder={folder} forest={forest} expanded={expanded} />}
    </Tree>
  )
}

type RowProps = Readonly<{ folder: FolderNode; forest: FolderForest; expanded: ReadonlySet<Key> }>

function FolderRow({ folder, forest, expanded }: RowProps): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const [isMenuOpen, setMenuOpen] = useState(false)
  const children = forest.childrenOf(folder.id)
  const label = t('library.sectionCount', { name: folder.name, documents: t('common.documents', { count: folder.documents }) })
  return (
    <TreeItem
      id={folder.id}
      className="folder-row"
      textValue={folder.name}
      aria-label={label}
      hasChildItems={children.length > 0}
    >
      <TreeItemContent>
        {({ hasChildItems }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the menu's own button stands in it for the keyboard.
          <div
            className="folder-row-content ui-nav-holder"
            onContextMenu={(event) => {
              event.preventDefault()
              setMenuOpen(true)
            }}
          >
            {hasChildItems ? (
              <Button slot="chevron" className="folder-chevron">
                <ChevronRight size={14} aria-hidden />
              </Button>
            ) : (
              <span className="folder-chevron" />
            )}
            <span className="ui-nav-name" dir="auto">
              {folder.name}
            </span>
            {folder.kind === 'container' ? <Package className="folder-kind" size={13} aria-hidden /> : null}
            <span className="ui-nav-count tabular">{format.number(folder.documents)}</span>
            <FolderMenu folder={folder} isOpen={isMenuOpen} onOpenChange={setMenuOpen} />
          </div>
        )}
      </TreeItemContent>
      {/* Only what is open is built: an archive can have thousands of folders. */}
      {expanded.has(folder.id) ? (
        <Collection items={children}>{(child) => <FolderRow folder={child} forest={forest} expanded={expanded} />}</Collection>
      ) : null}
    </TreeItem>
  )
}
