import { useEffect, useState } from 'react'
import { call, on } from '#renderer/api/call.ts'

/** Whether the window is covered; null until that is known, when nothing may be shown yet. */
export function useCovered(): boolean | null {
  const [covered, setCovered] = useState<boolean | null>(null)
  useEffect(() => {
    const stop = on('window.covered', setCovered)
    void call('window.isCovered', {}).then(
      (now) => setCovered((heard) => heard ?? now),
      () => setCovered((heard) => heard ?? false)
    )
    return stop
  }, [])
  return covered
}
