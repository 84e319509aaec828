import type { ShortcutId } from '#renderer/app/shortcuts.ts'
import type { PaletteItem } from '#shared/model/app'
import type { SavedSearch } from '#shared/model/saved-search'
import { calledLike } from '#shared/text/called-like'

/** A line of the palette. */
export type Entry =
  | Readonly<{ id: string; kind: 'item'; title: string; item: PaletteItem }>
  | Readonly<{ id: string; kind: 'command'; title: string; command: ShortcutId; keys: string | null }>
  | Readonly<{ id: string; kind: 'saved'; title: string; saved: SavedSearch }>
  | Readonly<{ id: string; kind: 'search'; title: string; query: string }>

export type EntryGroupId = 'saved' | 'documents' | 'names' | 'tags' | 'folders' | 'commands' | 'search'
export type EntryGroup = Readonly<{ id: EntryGroupId; entries: readonly Entry[] }>

export type Command = Readonly<{ command: ShortcutId; title: string; keys: string | null }>

const GROUP_OF = { document: 'documents', tag: 'tags', folder: 'folders', name: 'names' } as const satisfies Record<
  PaletteItem['kind'],
  EntryGroupId
>

/** What can be offered besides what the engine finds. */
type OfWindow = Readonly<{ saved: readonly SavedSearch[]; commands: readonly Command[] }>

/** Saved searches and commands that are called like what was typed; while nothing is typed, all commands and no searches. */
export function matching({ saved, commands }: OfWindow, text: string): OfWindow {
  const isCalled = calledLike(text)
  return {
    saved: text.trim() === '' ? [] : saved.filter(({ name }) => isCalled(name)),
    commands: commands.filter(({ title }) => isCalled(title))
  }
}

/** The lines of the palette in groups; groups without lines are left out. `searchTitle` names the line that searches for the text. */
export function entryGroups(
  items: readonly PaletteItem[],
  { saved, commands }: OfWindow,
  text: string,
  searchTitle: string
): EntryGroup[] {
  const query = text.trim()
  const ofKind = (group: EntryGroupId): Entry[] =>
    items
      .filter((item) => GROUP_OF[item.kind] === group)
      .map((item) => ({ id: `${item.kind}-${item.id}`, kind: 'item', title: item.title, item }))
  const groups: EntryGroup[] = [
    { id: 'saved', entries: saved.map((one) => ({ id: `saved-${one.id}`, kind: 'saved', title: one.name, saved: one })) },
    { id: 'documents', entries: ofKind('documents') },
    { id: 'names', entries: ofKind('names') },
    { id: 'tags', entries: ofKind('tags') },
    { id: 'folders', entries: ofKind('folders') },
    { id: 'commands', entries: commands.map((row) => ({ id: `command-${row.command}`, kind: 'command', ...row })) },
    { id: 'search', entries: query === '' ? [] : [{ id: 'search', kind: 'search', title: searchTitle, query }] }
  ]
  return groups.filter((group) => group.entries.length > 0)
}
