/** Version 4: safe and sound. One file for each part. */
import { sql as custody } from '#engine/store/migrations/0004-safety/custody'
import { sql as tagWarning } from '#engine/store/migrations/0004-safety/tag-warning'
import { sql as verification } from '#engine/store/migrations/0004-safety/verification'

const parts: readonly string[] = [custody, verification, tagWarning]

export const sql = parts.join('\n')
