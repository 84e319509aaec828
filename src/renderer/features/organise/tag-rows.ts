import type { Tag, TagRef } from '#shared/model/document'
import type { TagId } from '#shared/model/ids'

/** A line of the tag editor. */
export type TagRow =
  | Readonly<{ kind: 'tag'; tag: Tag /** How many of the documents have it. */; on: number }>
  | Readonly<{ kind: 'create'; name: string }>

/** How many of the documents have each tag. */
export function countTags(documents: readonly Readonly<{ tags: readonly TagRef[] }>[]): ReadonlyMap<TagId, number> {
  const counts = new Map<TagId, number>()
  for (const document of documents) for (const tag of document.tags) counts.set(tag.id, (counts.get(tag.id) ?? 0) + 1)
  return counts
}

/**
 * The lines for what was typed: tags that the documents have come first while nothing is typed, and a line that creates the tag comes
 * last unless a tag of exactly that name is there.
 */
export function tagRows(suggested: readonly Tag[], counts: ReadonlyMap<TagId, number>, typed: string): TagRow[] {
  const name = typed.trim()
  const rows = suggested.map((tag) => ({ kind: 'tag', tag, on: counts.get(tag.id) ?? 0 }) as const)
  if (name === '') return rows.toSorted((a, b) => Number(b.on > 0) - Number(a.on > 0))
  const exists = suggested.some((tag) => tag.name.normalize().toLowerCase() === name.normalize().toLowerCase())
  return exists ? rows : [...rows, { kind: 'create', name }]
}
