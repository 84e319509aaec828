import type { ReactNode } from 'react'
import type { Passage } from '#shared/model/search'

/** A passage on one run of lines, its marks exactly on what was found. */
export function PassageMarks({ passage }: Readonly<{ passage: Passage }>): ReactNode {
  const text = passage.text.replace(/\s/g, ' ')
  const pieces: ReactNode[] = []
  let at = 0
  for (const [start, end] of passage.ranges) {
    pieces.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>)
    at = end
  }
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  )
}
