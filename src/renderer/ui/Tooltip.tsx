import '#renderer/ui/tooltip.css'
import type { ReactNode } from 'react'
import { Tooltip as AriaTooltip } from 'react-aria-components'
import { Kbd } from '#renderer/ui/Kbd.tsx'

/** What a control does, in a few words, with its keys. Stands inside a `TooltipTrigger`. */
export function Tooltip({ children, keys }: Readonly<{ children: ReactNode; keys?: string }>): ReactNode {
  return (
    <AriaTooltip className="ui-tooltip" offset={6}>
      {children}
      {keys === undefined ? null : <Kbd keys={keys} />}
    </AriaTooltip>
  )
}
