import { SanadError } from '#shared/errors'

/** Any thrown thing as an error the window can word. What is not a SanadError is a bug: logged here, shown as `internal`. */
export function asSanadError(error: unknown): SanadError {
  if (error instanceof SanadError) return error
  console.error(error)
  return new SanadError('internal', error instanceof Error ? error.message : String(error), { cause: error })
}
