import type { ThreadError } from '#engine/threads/messages'
import { SanadError } from '#shared/errors'

/** A thread's error as one of this side, with the stack of where it happened. */
export function fromThreadError({ code, message, stack }: ThreadError): SanadError {
  const error = new SanadError(code, message)
  error.stack = stack
  return error
}
