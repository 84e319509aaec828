/** Version 3: found however it is spelled. One file for each part. */
const parts: readonly string[] = []

export const sql = parts.join('\n')
