/** Branded identifiers: a DocumentId can not be passed where a TagId is wanted. All are SQLite row ids, positive integers. */
import * as v from 'valibot'

const id = () => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER))

export const documentIdSchema = v.pipe(id(), v.brand('DocumentId'))
export const tagIdSchema = v.pipe(id(), v.brand('TagId'))
export const folderIdSchema = v.pipe(id(), v.brand('FolderId'))
export const importIdSchema = v.pipe(id(), v.brand('ImportId'))
export const nameIdSchema = v.pipe(id(), v.brand('NameId'))
export const rollCallIdSchema = v.pipe(id(), v.brand('RollCallId'))
export const savedSearchIdSchema = v.pipe(id(), v.brand('SavedSearchId'))
export const trailIdSchema = v.pipe(id(), v.brand('TrailId'))

export type DocumentId = v.InferOutput<typeof documentIdSchema>
export type TagId = v.InferOutput<typeof tagIdSchema>
export type FolderId = v.InferOutput<typeof folderIdSchema>
export type ImportId = v.InferOutput<typeof importIdSchema>
export type NameId = v.InferOutput<typeof nameIdSchema>
export type RollCallId = v.InferOutput<typeof rollCallIdSchema>
export type SavedSearchId = v.InferOutput<typeof savedSearchIdSchema>
export type TrailId = v.InferOutput<typeof trailIdSchema>
