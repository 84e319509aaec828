import '#renderer/features/library/sidebar.css'
import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useRunShortcut } from '#renderer/app/Shortcuts.tsx'
import { ArchiveMenu } from '#renderer/features/library/ArchiveMenu.tsx'
import { FolderTree } from '#renderer/features/library/FolderTree.tsx'
import { Sections } from '#renderer/features/library/Sections.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'

type Props = Readonly<{
  hasArchive: boolean
  /** Each is drawn by the feature that owns it: rows under All documents and the like, and sections. */
  rows: ReactNode
  saved: ReactNode
  tags: ReactNode
  names: ReactNode
}>

/** The navigation pane. */
export function Sidebar({ hasArchive, rows, saved, tags, names }: Props): ReactNode {
  const { t } = useTranslation()
  const run = useRunShortcut()
  const sidebar = useCommand('library.sidebar', {}, { enabled: hasArchive, keepPrevious: true }).data
  return (
    <div className="sidebar">
      <ArchiveMenu />
      {hasArchive ? (
        <>
          <div className="sidebar-scroll">
            <div className="sidebar-first">
              <Sections counts={sidebar?.counts} />
              {rows}
            </div>
            {saved}
            <section aria-labelledby="sidebar-folders">
              <SectionHeading id="sidebar-folders">{t('library.folders')}</SectionHeading>
              {sidebar === undefined ? null : <FolderTree folders={sidebar.folders} />}
            </section>
            {tags}
            {names}
          </div>
          <div className="sidebar-foot">
            <Button kind="primary" wide onPress={() => run('import-folder')}>
              <Plus size={16} aria-hidden />
              {t('library.importFolder')}
            </Button>
          </div>
        </>
      ) : null}
    </div>
  )
}
