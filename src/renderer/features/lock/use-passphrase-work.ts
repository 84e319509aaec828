import { useEffect, useState } from 'react'
import { call, on } from '#renderer/api/call.ts'
import type { PassphraseWork } from '#shared/model/app'

/** What is being done about the archive's passphrase now; null for nothing. */
export function usePassphraseWork(): PassphraseWork | null {
  const [work, setWork] = useState<PassphraseWork | null | undefined>(undefined)
  useEffect(() => {
    const stop = on('archive.passphrase', setWork)
    void call('archive.passphraseWork', {}).then(
      (now) => setWork((heard) => (heard === undefined ? now : heard)),
      () => undefined
    )
    return stop
  }, [])
  return work ?? null
}
