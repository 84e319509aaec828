import { NO_FILTER } from '#renderer/app/state.ts'
import type { SearchFilter } from '#shared/model/search'

/** Whether a filter leaves anything out. */
export function isNarrowed(filter: SearchFilter): boolean {
  return (
    filter.section !== NO_FILTER.section ||
    filter.folderId !== null ||
    filter.importId !== null ||
    filter.tagIds.length > 0 ||
    Object.values(filter.facets).some((choice) => choice !== undefined && choice.include.length + choice.exclude.length > 0)
  )
}
