import type { Tag } from '#shared/model/document'
import type { TagId } from '#shared/model/ids'

/** A line of the tag editor. */
export type TagRow =
  | Readonly<{ kind: 'tag'; tag: Tag /** How many of the documents have it. */; on: number }>
  | Readonly<{ kind: 'create'; name: string }>

/**
 * The lines for what was typed. Enter takes the first one, so the first one is what the person most likely means: a tag of exactly this
 * name, or one that begins with it; otherwise the new tag, with tags that are only spelled alike after it. While nothing is typed, the
 * tags that the documents have come first.
 */
export function tagRows(suggested: readonly Tag[], counts: ReadonlyMap<TagId, number>, typed: string): TagRow[] {
  const name = typed.trim()
  const rows = suggested.map((tag) => ({ kind: 'tag', tag, on: counts.get(tag.id) ?? 0 }) as const)
  if (name === '') return rows.toSorted((a, b) => Number(b.on > 0) - Number(a.on > 0))
  const wanted = folded(name)
  const exact = rows.filter((row) => folded(row.tag.name) === wanted)
  const begun = rows.filter((row) => !exact.includes(row) && folded(row.tag.name).startsWith(wanted))
  const alike = rows.filter((row) => !exact.includes(row) && !begun.includes(row))
  const create: TagRow[] = exact.length > 0 ? [] : [{ kind: 'create', name }]
  return [...exact, ...begun, ...create, ...alike]
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
