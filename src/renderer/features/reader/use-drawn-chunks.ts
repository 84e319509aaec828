import { type RefCallback, useCallback, useEffect, useMemo, useRef, useState } from 'react'

/** Chunks drawn at once; the rest follows while the window is idle, or as soon as it is scrolled near. */
const FIRST_CHUNKS = 2
const NEAR = '1500px 0px'

export type DrawnChunks = Readonly<{
  isDrawn: (index: number) => boolean
  /** Put on the element of each chunk that is not drawn yet. */
  watch: RefCallback<HTMLElement>
}>

/**
 * Decides which of `count` chunks are drawn: the first ones, `wanted` and `also` (-1 for none) at once, those scrolled near next, and in the end all of them,
 * so that selecting everything selects the whole document. Cost: one chunk an idle period.
 */
export function useDrawnChunks(count: number, wanted: number, also: number): DrawnChunks {
  const [drawn, setDrawn] = useState<ReadonlySet<number>>(() => new Set())
  const isDrawn = useCallback(
    (index: number) => index < FIRST_CHUNKS || index === wanted || index === also || drawn.has(index),
    [drawn, wanted, also]
  )
  const add = useCallback((indices: readonly number[]) => setDrawn((before) => new Set([...before, ...indices])), [])
  const observer = useNearObserver(add)

  const next = useMemo(() => {
    for (let index = 0; index < count; index++) if (!isDrawn(index)) return index
    return -1
  }, [count, isDrawn])
  useEffect(() => {
    if (next === -1) return
    const handle = requestIdleCallback(() => add([next]))
    return () => cancelIdleCallback(handle)
  }, [next, add])
  useEffect(() => {
    const now = [wanted, also].filter((index) => index >= 0)
    if (now.length > 0) add(now)
  }, [wanted, also, add])

  const watch = useCallback<RefCallback<HTMLElement>>(
    (element) => {
      if (element === null) return
      observer.observe(element)
      return () => observer.unobserve(element)
    },
    [observer]
  )
  return { isDrawn, watch }
}

function useNearObserver(onNear: (indices: readonly number[]) => void): IntersectionObserver {
  const held = useRef<IntersectionObserver | null>(null)
  held.current ??= new IntersectionObserver(
    (entries) => {
      const near = entries.filter((entry) => entry.isIntersecting).map((entry) => Number(entry.target.getAttribute('data-chunk')))
      if (near.length > 0) onNear(near)
    },
    { rootMargin: NEAR }
  )
  return held.current
}
