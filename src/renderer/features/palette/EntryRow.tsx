import { Bookmark, FileText, Folder, Search, SquareTerminal } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Entry } from '#renderer/features/palette/entries.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Kbd } from '#renderer/ui/Kbd.tsx'
import { KindIcon } from '#renderer/ui/KindIcon.tsx'
import { TagDot } from '#renderer/ui/TagDot.tsx'
import type { PaletteItem } from '#shared/model/app'

/** One line of the palette: what it is, its name, where it is or its keys. */
export function EntryRow({ entry }: Readonly<{ entry: Entry }>): ReactNode {
  return (
    <>
      <span className="ui-menu-icon">
        <EntryIcon entry={entry} />
      </span>
      <span className="ui-menu-words">
        <span className="truncate" dir="auto">
          {entry.title}
        </span>
        {entry.kind === 'item' && entry.item.kind !== 'tag' && entry.item.subtitle !== '' ? (
          <small className="truncate" dir="auto">
            {entry.item.subtitle}
          </small>
        ) : null}
      </span>
      {entry.kind === 'item' && entry.item.kind !== 'document' ? <ItemCount item={entry.item} /> : null}
      {entry.kind === 'command' && entry.keys !== null ? <Kbd keys={entry.keys} /> : null}
    </>
  )
}

function ItemCount({ item }: Readonly<{ item: Exclude<PaletteItem, { kind: 'document' }> }>): ReactNode {
  const format = useFormat()
  return <small className="palette-count tabular">{format.number(item.documents)}</small>
}

function EntryIcon({ entry }: Readonly<{ entry: Entry }>): ReactNode {
  if (entry.kind === 'search') return <Search size={15} aria-hidden />
  if (entry.kind === 'saved') return <Bookmark size={15} aria-hidden />
  if (entry.kind === 'command') return <SquareTerminal size={15} aria-hidden />
  if (entry.item.kind === 'name') return <KindIcon kind={entry.item.nameKind} />
  if (entry.item.kind === 'tag') return <TagDot color={entry.item.color} />
  return entry.item.kind === 'folder' ? <Folder size={15} aria-hidden /> : <FileText size={15} aria-hidden />
}
