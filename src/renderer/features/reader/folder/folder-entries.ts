import type { Member } from '#shared/model/family'

/** A folder inside a container, by the paths of what lies in it. */
export type InnerFolder = Readonly<{ kind: 'folder'; name: string; path: string; files: number }>
export type InnerFile = Readonly<{ kind: 'file'; name: string; member: Member }>
export type FolderEntry = InnerFolder | InnerFile

/** Messages and captured pages stand one after another; what is in their paths are names and addresses, not folders. */
const FLAT: ReadonlySet<Member['relation']> = new Set(['message', 'capture'])

/**
 * What stands in the folder `path` (empty for the top, else ending with `/`) of a container: its folders by name, then its files in
 * their order. Cost: linear in all members, plus sorting the folders.
 */
export function folderEntries(members: readonly Member[], path: string, locale: string): readonly FolderEntry[] {
  const folders = new Map<string, number>()
  const files: InnerFile[] = []
  for (const member of members) {
    if (FLAT.has(member.relation)) {
      if (path === '') files.push({ kind: 'file', name: member.title === '' ? member.path : member.title, member })
      continue
    }
    if (!member.path.startsWith(path)) continue
    const rest = member.path.slice(path.length)
    const cut = rest.indexOf('/')
    if (cut === -1) files.push({ kind: 'file', name: rest, member })
    else folders.set(rest.slice(0, cut), (folders.get(rest.slice(0, cut)) ?? 0) + 1)
  }
  const collator = new Intl.Collator(locale, { numeric: true })
  return [
    ...[...folders]
      .sort(([a], [b]) => collator.compare(a, b))
      .map(([name, count]): InnerFolder => ({ kind: 'folder', name, path: `${path}${name}/`, files: count })),
    ...files
  ]
}

/** The folders on the way to `path`, outermost first, each with its own path. */
export function stepsTo(path: string): readonly Readonly<{ name: string; path: string }>[] {
  const names = path.split('/').filter((name) => name !== '')
  return names.map((name, index) => ({ name, path: `${names.slice(0, index + 1).join('/')}/` }))
}
