import '#renderer/ui/chip.css'
import type { ReactNode } from 'react'
import type { TagColor } from '#shared/model/document'

/** The round colour of a tag. Decoration: the tag's name always stands beside it. */
export function TagDot({ color }: Readonly<{ color: TagColor }>): ReactNode {
  return <span className="ui-tag-dot" data-color={color} aria-hidden />
}
