import type { ShortcutId } from '#renderer/app/shortcuts.ts'
import type { PaletteItem } from '#shared/model/app'

/** A line of the palette. */
export type Entry =
  | Readonly<{ id: string; kind: 'item'; title: string; item: PaletteItem }>
  | Readonly<{ id: string; kind: 'command'; title: string; command: ShortcutId; keys: string | null }>
  | Readonly<{ id: string; kind: 'search'; title: string; query: string }>

export type EntryGroupId = 'documents' | 'names' | 'tags' | 'folders' | 'commands' | 'search'
export type EntryGroup = Readonly<{ id: EntryGroupId; entries: readonly Entry[] }>

export type Command = Readonly<{ command: ShortcutId; title: string; keys: string | null }>

const GROUP_OF = { document: 'documents', tag: 'tags', folder: 'folders', name: 'names' } as const satisfies Record<
  PaletteItem['kind'],
  EntryGroupId
>

/** Commands whose words all begin with what was typed, word by word in any order; all of them while nothing is typed. */
export function matchingCommands(commands: readonly Command[], text: string, locale: string): Command[] {
  const fold = (value: string): string => value.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase(locale)
  const wanted = fold(text).split(/\s+/).filter(Boolean)
  return commands.filter(({ title }) => {
    const words = fold(title).split(/[^\p{L}\p{N}]+/u)
    return wanted.every((start) => words.some((word) => word.startsWith(start)))
  })
}

/** The lines of the palette in groups; groups without lines are left out. `searchTitle` names the line that searches for the text. */
export function entryGroups(
  items: readonly PaletteItem[],
  commands: readonly Command[],
  text: string,
  searchTitle: string
): EntryGroup[] {
  const query = text.trim()
  const ofKind = (group: EntryGroupId): Entry[] =>
    items
      .filter((item) => GROUP_OF[item.kind] === group)
      .map((item) => ({ id: `${item.kind}-${item.id}`, kind: 'item', title: item.title, item }))
  const groups: EntryGroup[] = [
    { id: 'documents', entries: ofKind('documents') },
    { id: 'names', entries: ofKind('names') },
    { id: 'tags', entries: ofKind('tags') },
    { id: 'folders', entries: ofKind('folders') },
    { id: 'commands', entries: commands.map((row) => ({ id: `command-${row.command}`, kind: 'command', ...row })) },
    { id: 'search', entries: query === '' ? [] : [{ id: 'search', kind: 'search', title: searchTitle, query }] }
  ]
  return groups.filter((group) => group.entries.length > 0)
}
