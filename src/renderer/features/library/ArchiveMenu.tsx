import { ChevronDown, FolderOpen, FolderPlus, FolderSearch, Info, Keyboard, LogOut, Settings } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useRunShortcut } from '#renderer/app/Shortcuts.tsx'
import { Menu, type MenuGroup } from '#renderer/ui/Menu.tsx'

/** Sanad's name, and beside it the archive that is open, with everything that can be done with archives. */
export function ArchiveMenu(): ReactNode {
  const { t } = useTranslation()
  const state = useCommand('archive.state', {}).data
  const groups = useArchiveGroups()
  return (
    <div className="archive-menu">
      <span className="archive-brand">
        <span className="archive-brand-mark" aria-hidden lang="fa">
          س
        </span>
        {t('common.appName')}
      </span>
      <Menu
        label={t('library.archiveMenu')}
        placement="bottom end"
        groups={groups}
        trigger={
          <Button className="archive-menu-button">
            <span className="truncate" dir="auto">
              {state?.open?.name ?? t('library.noArchive')}
            </span>
            <ChevronDown size={13} aria-hidden />
          </Button>
        }
      />
    </div>
  )
}

function useArchiveGroups(): MenuGroup[] {
  const { t } = useTranslation()
  const run = useRunShortcut()
  const state = useCommand('archive.state', {}).data
  const create = useAction('archive.create')
  const open = useAction('archive.open')
  const openRecent = useAction('archive.openRecent')
  const close = useAction('archive.close')
  const reveal = useAction('archive.reveal')
  const recents = (state?.recents ?? []).map((recent, index) => ({ ...recent, index }))
  const others = recents.filter((recent) => recent.directory !== state?.open?.directory)
  const icon = { size: 15, 'aria-hidden': true } as const
  return [
    {
      id: 'archives',
      entries: [
        { id: 'new', label: t('library.newArchive'), icon: <FolderPlus {...icon} />, onSelect: () => void create({}) },
        { id: 'open', label: t('library.openArchive'), icon: <FolderOpen {...icon} />, onSelect: () => void open({}) }
      ]
    },
    {
      id: 'recent',
      title: t('library.recentArchives'),
      entries: others.slice(0, 8).map((recent) => ({
        id: String(recent.index),
        label: recent.missing ? t('library.recentMissing', { name: recent.name }) : recent.name,
        detail: recent.directory,
        isDisabled: recent.missing,
        onSelect: () => void openRecent({ index: recent.index })
      }))
    },
    {
      id: 'this',
      entries:
        state?.open == null
          ? []
          : [
              {
                id: 'reveal',
                label: t('library.revealArchive'),
                icon: <FolderSearch {...icon} />,
                onSelect: () => void reveal({})
              },
              { id: 'close', label: t('library.closeArchive'), icon: <LogOut {...icon} />, onSelect: () => void close({}) }
            ]
    },
    {
      id: 'program',
      entries: [
        {
          id: 'settings',
          label: t('shortcuts.settings'),
          keys: 'Mod+,',
          icon: <Settings {...icon} />,
          onSelect: () => run('settings')
        },
        {
          id: 'shortcuts',
          label: t('shortcuts.shortcuts'),
          keys: '?',
          icon: <Keyboard {...icon} />,
          onSelect: () => run('shortcuts')
        },
        { id: 'about', label: t('shortcuts.about'), icon: <Info {...icon} />, onSelect: () => run('about') }
      ]
    }
  ]
}
