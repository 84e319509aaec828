import type { Declared } from '#engine/extract/job'

/** What is said of a file that only its type and character set are known of; null for those that are not. */
export function declaredType(mediaType: string | null, charset: string | null = null): Declared {
  return { mediaType, charset, sourceUrl: null, capturedAt: null }
}
