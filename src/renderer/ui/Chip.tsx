import '#renderer/ui/chip.css'
import { X } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { Button, type PressEvent } from 'react-aria-components'

export type ChipProps = Readonly<{
  children: ReactNode
  /** Drawn in the accent: this condition holds. */
  isOn?: boolean
  onPress?: (event: PressEvent) => void
  /** Drawn as a condition that leaves out. */
  isExcluded?: boolean
  /** Drawn as words alone: an action beside chips. */
  isPlain?: boolean
  /** Draws a cross after the words; `onPress` then takes the chip away. */
  isRemovable?: boolean
  /** Needed where the words alone do not say what a press does. */
  'aria-label'?: string
  ref?: Ref<HTMLButtonElement>
}>

/** A small rounded button: a condition of the filter, a tag. */
export function Chip({
  children,
  isOn = false,
  isExcluded = false,
  isPlain = false,
  isRemovable = false,
  ...button
}: ChipProps): ReactNode {
  const look = isExcluded ? ' ui-chip--not' : isPlain ? ' ui-chip--plain' : isOn ? ' ui-chip--on' : ''
  return (
    <Button {...button} className={`ui-chip${look}`} {...(isRemovable || isPlain ? {} : { 'aria-pressed': isOn })}>
      <span className="truncate" dir="auto">
        {children}
      </span>
      {isRemovable ? <X size={12} aria-hidden /> : null}
    </Button>
  )
}
