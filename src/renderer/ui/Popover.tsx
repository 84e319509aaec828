import '#renderer/ui/menu.css'
import type { ReactNode } from 'react'
import { Popover as AriaPopover, Dialog, DialogTrigger } from 'react-aria-components'

/** A button that opens a small panel beside it. Closes with Escape or a click elsewhere, and gives the focus back. */
export function Popover({
  label,
  trigger,
  children,
  placement = 'bottom start',
  ...state
}: Readonly<{
  label: string
  trigger: ReactNode
  children: ReactNode | ((close: () => void) => ReactNode)
  /** With `onOpenChange`: for a panel that something else opens too, such as a key. */
  isOpen?: boolean
  onOpenChange?: (open: boolean) => void
  placement?: 'bottom' | 'bottom start' | 'bottom end' | 'top' | 'top start' | 'top end'
}>): ReactNode {
  return (
    <DialogTrigger {...state}>
      {trigger}
      <AriaPopover className="ui-popover" placement={placement} data-overlay="">
        <Dialog className="ui-popover-body" aria-label={label}>
          {({ close }) => <>{typeof children === 'function' ? children(close) : children}</>}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
