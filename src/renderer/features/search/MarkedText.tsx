import { Fragment, type ReactNode } from 'react'
import type { TextRange } from '#shared/model/search'

/** Text with marks exactly on `ranges` (UTF-16 code units, sorted, apart). Ranges outside the text are left out. */
export function MarkedText({ text, ranges }: Readonly<{ text: string; ranges: readonly TextRange[] }>): ReactNode {
  const pieces: ReactNode[] = []
  let at = 0
  for (const [start, end] of ranges) {
    if (start < at || end > text.length || end <= start) continue
    pieces.push(
      <Fragment key={`t${at}`}>{text.slice(at, start)}</Fragment>,
      <mark key={`m${start}`}>{text.slice(start, end)}</mark>
    )
    at = end
  }
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  )
}
