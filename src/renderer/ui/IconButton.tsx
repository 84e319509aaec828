import '#renderer/ui/button.css'
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type PressEvent, TooltipTrigger } from 'react-aria-components'
import { Tooltip } from '#renderer/ui/Tooltip.tsx'

export type IconButtonProps = Readonly<{
  /** Says what it does: read aloud, and shown as the tooltip. */
  label: string
  /** The icon, and a word beside it where there is room. */
  children: ReactNode
  /** Keys that do the same, shown in the tooltip. */
  keys?: string
  onPress?: (event: PressEvent) => void
  isDisabled?: boolean
  /** For switches drawn as buttons: whether it is on. */
  isPressed?: boolean
  ref?: Ref<HTMLButtonElement>
}>

/** A small button with an icon and a tooltip. */
export function IconButton({ label, keys, children, isPressed, ...props }: IconButtonProps): ReactNode {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton
        {...props}
        className="ui-icon-button"
        aria-label={label}
        {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed, 'data-active': isPressed })}
      >
        {children}
      </AriaButton>
      <Tooltip {...(keys === undefined ? {} : { keys })}>{label}</Tooltip>
    </TooltipTrigger>
  )
}
