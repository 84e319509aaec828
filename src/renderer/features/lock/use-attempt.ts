import { useState } from 'react'
import { asSanadError } from '#renderer/api/as-sanad-error.ts'
import { call } from '#renderer/api/call.ts'
import type { CommandInput } from '#shared/contract'
import type { ErrorCode } from '#shared/errors'

type Attempted = 'archive.changePassphrase' | 'archive.removePassphrase'

/** A command that a wrong passphrase makes fail: why it did is said beside the field, and the dialog stays. */
export function useAttempt<C extends Attempted>(
  name: C
): Readonly<{ trouble: ErrorCode | null; isBusy: boolean; attempt: (input: CommandInput<C>) => Promise<boolean> }> {
  const [trouble, setTrouble] = useState<ErrorCode | null>(null)
  const [isBusy, setBusy] = useState(false)
  const attempt = async (input: CommandInput<C>): Promise<boolean> => {
    setBusy(true)
    setTrouble(null)
    try {
      await call(name, input)
      return true
    } catch (error) {
      setTrouble(asSanadError(error).code)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { trouble, isBusy, attempt }
}
