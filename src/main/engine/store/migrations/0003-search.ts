/** Version 3: found however it is spelled. One file for each part. */
import { sql as facets } from '#engine/store/migrations/0003-search/facets'
import { sql as names } from '#engine/store/migrations/0003-search/names'
import { sql as ranking } from '#engine/store/migrations/0003-search/ranking'
import { sql as rollcall } from '#engine/store/migrations/0003-search/rollcall'
import { sql as savedSearches } from '#engine/store/migrations/0003-search/saved-searches'
import { sql as textChunks } from '#engine/store/migrations/0003-search/text-chunks'
import { sql as vocabulary } from '#engine/store/migrations/0003-search/vocabulary'

const parts: readonly string[] = [ranking, names, vocabulary, rollcall, savedSearches, textChunks, facets]

export const sql = parts.join('\n')
