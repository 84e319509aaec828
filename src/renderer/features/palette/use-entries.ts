import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHasShortcut } from '#renderer/app/Shortcuts.tsx'
import { SHORTCUT_IDS, shortcut } from '#renderer/app/shortcuts.ts'
import { type EntryGroup, entryGroups, matching } from '#renderer/features/palette/entries.ts'

/** What the palette offers for a text: titles, names, tags and folders from the engine, saved searches, commands that would do something now. */
export function useEntries(text: string): EntryGroup[] {
  const { t } = useTranslation()
  const has = useHasShortcut()
  const items = useCommand('suggest.palette', { text: text.trim(), limit: 12 }, { keepPrevious: true }).data
  const saved = useCommand('savedSearches.list', {}).data
  return useMemo(() => {
    const commands = SHORTCUT_IDS.filter((id) => shortcut(id).inPalette !== false && has(id)).map((id) => ({
      command: id,
      title: t(`shortcuts.${id}`),
      keys: shortcut(id).keys[0] ?? null
    }))
    const ofWindow = matching({ saved: saved ?? [], commands }, text)
    return entryGroups(items ?? [], ofWindow, text, t('palette.searchFor', { query: text.trim() }))
  }, [items, saved, text, t, has])
}
