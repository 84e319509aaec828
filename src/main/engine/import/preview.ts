import { lstat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { type Found, walk } from '#engine/import/walk'
import type { ImportPreview } from '#shared/model/importing'

/** A look is for a person waiting: it stops after this many files and says so. */
const MAX_FILES = 50_000
const MAX_KINDS = 12

/** What an import of these paths would find. Nothing is read but the folders; the kinds are by extension, as a first look. */
export async function previewImport(sources: readonly string[], exclude: string): Promise<Omit<ImportPreview, 'choiceId'>> {
  const kinds = new Map<string, number>()
  let files = 0
  let sizeBytes = 0
  let partial = false
  for await (const found of walk(sources, exclude)) {
    const paths = pathsOf(found)
    files += paths.length
    const kind = extname(found.path).slice(1).toLowerCase() || 'other'
    if (found.kind !== 'unreadable') kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    for (const path of paths) sizeBytes += await sizeOf(path)
    if (files >= MAX_FILES) {
      partial = true
      break
    }
  }
  const sorted = [...kinds].sort((a, b) => b[1] - a[1]).slice(0, MAX_KINDS)
  return { name: importName(sources), files, sizeBytes, kinds: sorted.map(([kind, n]) => ({ kind, files: n })), partial }
}

/** Every file of a find: the file and what was saved beside it. */
function pathsOf(found: Found): string[] {
  if (found.kind === 'unreadable') return [found.path]
  return [found.path, ...[...found.parts, ...found.frames].map((part) => part.path)]
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await lstat(path)).size
  } catch {
    // Gone or forbidden: the import itself will say so, file by file.
    return 0
  }
}

/** How a person would call it: the folder's or file's name, and how many more. */
export function importName(sources: readonly string[]): string {
  const first = sources[0] === undefined ? '' : basename(sources[0]) || sources[0]
  return sources.length > 1 ? `${first} + ${sources.length - 1}` : first
}

/** The number of files an import of these paths will meet, for "how much is left". `stop` ends the count early. */
export async function countFiles(sources: readonly string[], exclude: string, stop: () => boolean): Promise<number | undefined> {
  let files = 0
  for await (const found of walk(sources, exclude)) {
    if (stop()) return undefined
    files += pathsOf(found).length
  }
  return files
}
