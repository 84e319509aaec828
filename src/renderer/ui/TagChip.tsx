import '#renderer/ui/chip.css'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { TagDot } from '#renderer/ui/TagDot.tsx'
import type { TagColor } from '#shared/model/document'

/** A tag on a document. With `onRemove`, a cross takes it off; with `onPress`, the name does something. */
export function TagChip({
  name,
  color,
  onPress,
  onRemove,
  removeLabel
}: Readonly<{
  name: string
  color: TagColor
  onPress?: () => void
  onRemove?: () => void
  /** Read aloud for the cross. */
  removeLabel?: string
}>): ReactNode {
  const words = (
    <>
      <TagDot color={color} />
      <span className="truncate" dir="auto">
        {name}
      </span>
    </>
  )
  return (
    <span className="ui-tag-chip">
      {onPress === undefined ? (
        <span className="ui-tag-chip-name">{words}</span>
      ) : (
        <Button className="ui-tag-chip-name" onPress={onPress}>
          {words}
        </Button>
      )}
      {onRemove === undefined ? null : (
        <Button className="ui-tag-chip-remove" aria-label={removeLabel ?? name} onPress={onRemove}>
          <X size={12} aria-hidden />
        </Button>
      )}
    </span>
  )
}
