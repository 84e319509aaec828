/** Version 3: found however it is spelled. One file for each part. */
import { sql as names } from '#engine/store/migrations/0003-search/names'

const parts: readonly string[] = [names]

export const sql = parts.join('\n')
