import type { Source } from '#engine/extract/found'
import type { Remainder, Trace } from '#shared/model/copy'

export type Cleaned = Readonly<{ bytes: Uint8Array; remains: readonly Remainder[] }>

/**
 * Makes a copy of a file without what tells of its makers. `traces` reads a file, original or copy, without any code of `clean`: what it
 * finds in the original is what is removed, and it must find nothing in the copy. Both throw for a file they do not understand.
 */
export type Cleaner = Readonly<{
  traces: (source: Source) => Promise<readonly Trace[]>
  clean: (source: Source) => Promise<Cleaned>
}>
