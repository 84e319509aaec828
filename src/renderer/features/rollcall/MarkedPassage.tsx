import { Fragment, type ReactNode } from 'react'
import { useHiddenPassages } from '#renderer/app/use-hidden-passages.ts'
import { HiddenPassages } from '#renderer/ui/HiddenPassages.tsx'
import type { LineDocument } from '#shared/model/rollcall'
import type { Passage } from '#shared/model/search'

/** The passage of a document, or why it is not shown; nothing where there is none. */
export function MarkedPassage({ document }: Readonly<{ document: LineDocument }>): ReactNode {
  const hidden = useHiddenPassages(document)
  if (document.passage === null) return null
  if (hidden === null) return <Marked passage={document.passage} />
  return (
    <span className="rollcall-passage">
      <HiddenPassages>{hidden}</HiddenPassages>
    </span>
  )
}

/** A passage with its marks. */
function Marked({ passage }: Readonly<{ passage: Passage }>): ReactNode {
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
