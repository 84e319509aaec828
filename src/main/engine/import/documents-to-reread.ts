import { isOutdated } from '#engine/import/is-current'
import type { ReadDb } from '#engine/store/connection'
import {
  listIdsOfFormat,
  listIdsOfGroup,
  listIdsWithProblem,
  listReadingGroups,
  type ReadingGroup
} from '#engine/store/documents'
import type { CommandArgs } from '#shared/contract'
import type { DocumentId } from '#shared/model/ids'

/** Which documents are to be read again. */
export type WhatToReread = CommandArgs<'reread.start'>

/** The ids, oldest document first within each version. Cost: at most one pass over all documents. */
export function documentsToReread(db: ReadDb, what: WhatToReread): readonly DocumentId[] {
  switch (what.what) {
    case 'documents':
      return [...new Set(what.ids)]
    case 'format':
      return listIdsOfFormat(db, what.format)
    case 'problem':
      return listIdsWithProblem(db, what.code)
    case 'outdated':
      return listReadingGroups(db)
        .filter(isReadByOlder)
        .flatMap((group) => listIdsOfGroup(db, group))
  }
}

/** How many documents an earlier version read. Cost: one pass over all documents. */
export function countOutdated(db: ReadDb): number {
  return listReadingGroups(db)
    .filter(isReadByOlder)
    .reduce((sum, group) => sum + group.documents, 0)
}

/** Not those whose reading was given up: they have no version at all, and are tried again under their reason. */
function isReadByOlder(group: ReadingGroup): boolean {
  return isOutdated(group) && !(group.format === null && group.extractorVersion === 0)
}
