/** Jobs for the extract process with everything but the file left at what an ordinary file has. */
import { basename } from 'node:path'
import type { Source } from '#engine/extract/found'
import type { ExtractJob } from '#engine/extract/job'
import { heldFile } from '#engine/extract/read-file'
import { NO_ROOM } from '#engine/extract/room'
import { plainFile } from '#engine/sealed/stored-file'

type ReadJob = Extract<ExtractJob, { task: 'extract' }>
type PageJob = Extract<ExtractJob, { task: 'page' }>
type PartJob = Extract<ExtractJob, { task: 'part' }>

/** Reads a file, named as it is, taking nothing out of it. */
export function extractJob(path: string, changes: Partial<ReadJob> = {}): ReadJob {
  const plain = { charset: null, password: null, declared: null, ocr: [], spool: null, room: NO_ROOM }
  return { task: 'extract', file: plainFile(path), name: basename(path), ...plain, ...changes }
}

/** Renders the Original view of an HTML page. */
export function pageJob(file: string, changes: Partial<PageJob> = {}): PageJob {
  return { task: 'page', ...looking(file), resourceBase: 'sanad-page://d1/', resources: [], ...changes }
}

/** Asks for a part of an HTML page. */
export function partJob(file: string, key: string, changes: Partial<PartJob> = {}): PartJob {
  return { task: 'part', ...looking(file), key, resourceBase: 'sanad-page://d1/', resources: [], ...changes }
}

/** Names a file for looking at it again. */
export const looking = (file: string) =>
  ({
    file: plainFile(file),
    name: basename(file),
    mediaType: 'text/html',
    charset: null,
    password: null,
    declared: null
  }) as const

/** A file that exists only as bytes, for formats that read no more than those. */
export function sourceOf(bytes: Uint8Array, name: string, mediaType: string, changes: Partial<Source> = {}): Source {
  const none = { charset: null, password: null, declared: null, ocr: [] }
  return { file: heldFile(bytes), bytes: () => bytes, name, mediaType, ...none, ...changes }
}
