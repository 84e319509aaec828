import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHasShortcut } from '#renderer/app/Shortcuts.tsx'
import { SHORTCUT_IDS, shortcut } from '#renderer/app/shortcuts.ts'
import { type EntryGroup, entryGroups, matchingCommands } from '#renderer/features/palette/entries.ts'

/** What the palette offers for a text: titles, tags and folders from the engine, commands that would do something now. */
export function useEntries(text: string): EntryGroup[] {
  const { t, i18n } = useTranslation()
  const has = useHasShortcut()
  const items = useCommand('suggest.palette', { text: text.trim(), limit: 12 }, { keepPrevious: true }).data
  return useMemo(() => {
    const commands = SHORTCUT_IDS.filter((id) => shortcut(id).inPalette !== false && has(id)).map((id) => ({
      command: id,
      title: t(`shortcuts.${id}`),
      keys: shortcut(id).keys[0] ?? null
    }))
    const matching = matchingCommands(commands, text, i18n.language)
    return entryGroups(items ?? [], matching, text, t('palette.searchFor', { query: text.trim() }))
  }, [items, text, t, i18n.language, has])
}
