/**
 * What is left to do of a repair whose database is in its place: originals to be read again, and the entry in the custody log. It is written
 * before the swap and removed at the end, so that a repair that was cut off is known for what it is, and goes on.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { publish } from '#engine/integrity/whole-file'

const repairFile = (directory: string): string => join(directory, 'archive.repair')

const schema = v.object({
  way: v.picklist(['index', 'snapshot', 'rebuild']),
  day: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))),
  lost: v.nullable(v.object({ seq: v.number(), hash: v.string() }))
})

export type UnfinishedRepair = v.InferOutput<typeof schema>

export const isRepairUnfinished = (directory: string): boolean => existsSync(repairFile(directory))

/** Undefined where there is none. One that can not be read asks for all that is possible. */
export function readUnfinishedRepair(directory: string): UnfinishedRepair | undefined {
  if (!isRepairUnfinished(directory)) return undefined
  try {
    return v.parse(schema, JSON.parse(readFileSync(repairFile(directory), 'utf8')))
  } catch {
    return { way: 'rebuild', lost: null }
  }
}

export function writeUnfinishedRepair(directory: string, repair: UnfinishedRepair): void {
  const part = `${repairFile(directory)}.part`
  writeFileSync(part, JSON.stringify(repair))
  publish(part, repairFile(directory))
}

export function removeUnfinishedRepair(directory: string): void {
  for (const end of ['.part', '']) rmSync(repairFile(directory) + end, { force: true })
}
