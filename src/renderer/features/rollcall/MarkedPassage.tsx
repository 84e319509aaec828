import { Fragment, type ReactNode } from 'react'
import type { Passage } from '#shared/model/search'

/** A passage with its marks. */
export function MarkedPassage({ passage }: Readonly<{ passage: Passage }>): ReactNode {
  const { text, ranges } = passage
  const pieces: ReactNode[] = []
  let at = 0
  for (const [start, end] of ranges) {
    pieces.push(
      <Fragment key={`t${at}`}>{text.slice(at, start)}</Fragment>,
      <mark key={`m${start}`}>{text.slice(start, end)}</mark>
    )
    at = end
  }
  return (
    <span className="rollcall-passage" dir="auto">
      {pieces}
      {text.slice(at)}
    </span>
  )
}
