import { type KeyboardEvent, memo, type ReactNode, useContext } from 'react'
import { LinkContext } from '#renderer/features/reader/link-context.ts'
import type { Mark } from '#renderer/features/reader/marks.ts'
import { type Segment, type SegmentGroup, segmentsOf } from '#renderer/features/reader/segments.ts'
import type { InlineRun } from '#shared/model/block'

const NO_RUNS: readonly InlineRun[] = []

type Props = Readonly<{
  text: string
  inline?: readonly InlineRun[] | undefined
  marks: readonly Mark[]
  /** Index of the hit that is being looked at; -1 for none. */
  current: number
}>

/** A text with its inline styles, links and hits. Each hit is found again by `data-hit`, its index in the whole text. */
export const MarkedText = memo(function MarkedText({ text, inline = NO_RUNS, marks, current }: Props): ReactNode {
  if (inline.length === 0 && marks.length === 0) return text
  return segmentsOf(text, inline, marks).map((group) => (
    <Group key={group.segments[0]?.start ?? 0} group={group} current={current} />
  ))
})

function Group({ group, current }: Readonly<{ group: SegmentGroup; current: number }>): ReactNode {
  const parts = group.segments.map((segment) => <Part key={segment.start} segment={segment} current={current} />)
  const href = group.link?.href
  return href === undefined ? parts : <CopyLink href={href}>{parts}</CopyLink>
}

function Part({ segment, current }: Readonly<{ segment: Segment; current: number }>): ReactNode {
  let part: ReactNode = segment.text
  if (segment.code) part = <code>{part}</code>
  if (segment.emphasis) part = <em>{part}</em>
  if (segment.strong) part = <strong>{part}</strong>
  if (segment.inserted) part = <ins>{part}</ins>
  if (segment.deleted) part = <del>{part}</del>
  if (segment.mark === null) return part
  return (
    <mark {...(segment.mark < 0 ? {} : { 'data-hit': segment.mark, 'data-current': segment.mark === current || undefined })}>
      {part}
    </mark>
  )
}

/** A link as the page had it. It shows its address and gives it to the clipboard; nothing is ever opened. */
function CopyLink({ href, children }: Readonly<{ href: string; children: ReactNode }>): ReactNode {
  const copy = useContext(LinkContext)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') copy(href)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <a href> could navigate, and a <button> would not wrap with the text around it.
    <span role="link" tabIndex={0} className="reader-link" title={href} onClick={() => copy(href)} onKeyDown={onKeyDown}>
      {children}
    </span>
  )
}
