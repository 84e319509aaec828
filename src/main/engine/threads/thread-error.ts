import { asSanadError } from '#engine/disk-error'
import type { ThreadError } from '#engine/threads/messages'
import { SanadError } from '#shared/errors'

/** An error in a shape that crosses threads without losing its code. What is no SanadError is a bug, and says `internal`. */
export function asThreadError(error: unknown, directory: string): ThreadError {
  const known = asSanadError(error, directory)
  if (known instanceof SanadError) return { code: known.code, message: known.message, stack: known.stack ?? '' }
  const message = error instanceof Error ? error.message : String(error)
  return { code: 'internal', message, stack: error instanceof Error ? (error.stack ?? message) : message }
}
