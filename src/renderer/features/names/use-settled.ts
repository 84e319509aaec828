import { useEffect, useState } from 'react'

/** A name is looked up once the person stops typing for this long. */
const PAUSE_MS = 250

/** The value once it has not changed for a quarter of a second; at first, the first one. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
