import { useEffect, useState } from 'react'
import { on } from '#renderer/api/call.ts'
import type { ArchiveUpgrade } from '#shared/model/app'

/** How far an archive that is being opened is with becoming one of this version; null while none is. */
export function useUpgrade(): ArchiveUpgrade | null {
  const [upgrade, setUpgrade] = useState<ArchiveUpgrade | null>(null)
  useEffect(() => on('archive.upgrading', setUpgrade), [])
  return upgrade
}
