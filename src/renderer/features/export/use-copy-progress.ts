import { useEffect, useState } from 'react'
import { on } from '#renderer/api/call.ts'

/** How many copies were written so far. */
export function useCopyProgress(): number {
  const [done, setDone] = useState(0)
  useEffect(() => on('export.progress', (progress) => setDone(progress.done)), [])
  return done
}
