/** Finds the files of an import, in a stable order. Follows no link, enters no folder twice, survives what it may not read. */
import { type Dirent, realpathSync } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { isPageName, pairPages } from '#engine/import/saved-page'
import type { ProblemCode } from '#shared/model/document'

/**
 * A source folder, with the chain of folders above it up to the one that was chosen. A file that holds others
 * stands for a folder, as do the folders inside it.
 */
export type SourceFolder = Readonly<{ path: string; name: string; parent: SourceFolder | null; isContainer?: true }>

/** A file. A page saved by a browser brings the files saved beside it; for every other file both lists are empty. */
export type SourceFile = Readonly<{
  kind: 'file'
  path: string
  folder: SourceFolder
  /** Pictures, styles, scripts. */
  parts: readonly PagePart[]
  /** Pages inside the page: mostly advertisements, now and then a document. */
  frames: readonly PagePart[]
}>
/** `key` is the path relative to the page, with slashes; `folder` is where the file lies. */
export type PagePart = Readonly<{ path: string; key: string; folder: SourceFolder }>

/** Something that can not be imported, with the reason. */
export type Unreadable = Readonly<{ kind: 'unreadable'; path: string; code: ProblemCode; message: string }>

export type Found = SourceFile | Unreadable

/**
 * Walks files and folders. `exclude` is the archive's own folder, which is never imported into itself.
 * Memory: the entries of the folders between a source and the current one.
 */
export async function* walk(sources: readonly string[], exclude: string): AsyncGenerator<Found> {
  const visited = new Set<string>([await identity(exclude)])
  for (const source of sources) {
    const path = resolve(source)
    try {
      const status = await lstat(path)
      if (status.isDirectory()) yield* walkFolder({ path, name: basename(path) || path, parent: null }, visited)
      else if (status.isFile()) yield plainFile(path, folderOf(path))
      else yield notRegular(path, status.isSymbolicLink())
    } catch (error) {
      yield refused(path, error)
    }
  }
}

/** A file that brings no others. */
export const plainFile = (path: string, folder: SourceFolder): SourceFile => ({
  kind: 'file',
  path,
  folder,
  parts: [],
  frames: []
})

const folderOf = (path: string): SourceFolder => ({
  path: dirname(path),
  name: basename(dirname(path)) || dirname(path),
  parent: null
})

async function identity(path: string): Promise<string> {
  const status = await lstat(realpathSync(path))
  // Windows file systems may answer 0 for every inode; the path stands in.
  return status.ino === 0 ? realpathSync(path) : `${status.dev}:${status.ino}`
}

async function* walkFolder(folder: SourceFolder, visited: Set<string>): AsyncGenerator<Found> {
  const entries = await list(folder, visited)
  if (!Array.isArray(entries)) {
    if (entries) yield entries
    return
  }
  const names = (kind: (entry: Dirent) => boolean): string[] => entries.filter(kind).map((entry) => entry.name)
  const pairs = pairPages(
    names((entry) => entry.isFile()),
    names((entry) => entry.isDirectory())
  )
  const partFolders = new Set(pairs.values())
  for (const entry of entries) {
    const path = join(folder.path, entry.name)
    if (entry.isFile()) {
      const parts = pairs.get(entry.name)
      if (parts === undefined) yield plainFile(path, folder)
      else yield* walkSavedPage(path, folder, parts, visited)
    } else if (!entry.isDirectory()) yield notRegular(path, entry.isSymbolicLink())
    else if (!partFolders.has(entry.name)) yield* walkFolder({ path, name: entry.name, parent: folder }, visited)
  }
}

async function list(folder: SourceFolder, visited: Set<string>): Promise<Dirent[] | Unreadable | undefined> {
  try {
    const id = await identity(folder.path)
    if (visited.has(id)) return undefined
    visited.add(id)
    const entries = await readdir(folder.path, { withFileTypes: true })
    return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  } catch (error) {
    return refused(folder.path, error)
  }
}

async function* walkSavedPage(path: string, folder: SourceFolder, parts: string, visited: Set<string>): AsyncGenerator<Found> {
  const saved: PagePart[] = []
  const unreadable: Unreadable[] = []
  const partFolder = { path: join(folder.path, parts), name: parts, parent: folder }
  for await (const found of walkFolder(partFolder, visited)) {
    if (found.kind === 'unreadable') unreadable.push(found)
    else
      for (const file of [found, ...found.parts, ...found.frames])
        saved.push({ path: file.path, folder: file.folder, key: keyOf(file.path, folder) })
  }
  yield {
    kind: 'file',
    path,
    folder,
    parts: saved.filter((part) => !isPageName(part.path)),
    frames: saved.filter((part) => isPageName(part.path))
  }
  yield* unreadable
}

const keyOf = (part: string, folder: SourceFolder): string =>
  part
    .slice(folder.path.length)
    .replace(/^[\\/]/, '')
    .replaceAll('\\', '/')

function notRegular(path: string, isLink: boolean): Unreadable {
  return isLink
    ? { kind: 'unreadable', path, code: 'link-not-followed', message: 'This is a link to another place; links are not followed.' }
    : { kind: 'unreadable', path, code: 'not-a-regular-file', message: 'This is a device or a pipe, not a file.' }
}

/** What the file system's refusal means for the person who chose the folder. */
export function refused(path: string, error: unknown): Unreadable {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EACCES' || code === 'EPERM')
    return { kind: 'unreadable', path, code: 'permission-denied', message: 'This computer does not allow Sanad to read it.' }
  if (code === 'ENOENT')
    return { kind: 'unreadable', path, code: 'vanished', message: 'It was there a moment ago and is gone now.' }
  if (code === 'ELOOP')
    return {
      kind: 'unreadable',
      path,
      code: 'link-not-followed',
      message: 'This is a link to another place; links are not followed.'
    }
  return { kind: 'unreadable', path, code: 'io-error', message: `The disk could not read it (${code || String(error)}).` }
}
