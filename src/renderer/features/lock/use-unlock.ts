import { useState } from 'react'
import { asSanadError } from '#renderer/api/as-sanad-error.ts'
import { call } from '#renderer/api/call.ts'
import type { ErrorCode } from '#shared/errors'

export type Unlocking = Readonly<{
  /** Why it did not open. */
  trouble: ErrorCode | null
  isOpening: boolean
  unlock: (passphrase: string) => Promise<void>
}>

/** Tries a passphrase on the archive that is locked. Each try takes as long, the first as the hundredth. */
export function useUnlock(): Unlocking {
  const [isOpening, setOpening] = useState(false)
  const [trouble, setTrouble] = useState<ErrorCode | null>(null)
  const unlock = async (passphrase: string): Promise<void> => {
    setOpening(true)
    setTrouble(null)
    try {
      await call('archive.unlock', { passphrase })
    } catch (error) {
      setTrouble(asSanadError(error).code)
    } finally {
      setOpening(false)
    }
  }
  return { trouble, isOpening, unlock }
}
