import '#renderer/ui/switch.css'
import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components'

/** Something that is on or off, with its words. */
export function Switch({
  children,
  isSelected,
  onChange,
  isDisabled = false
}: Readonly<{
  children: ReactNode
  isSelected: boolean
  onChange: (on: boolean) => void
  isDisabled?: boolean
}>): ReactNode {
  return (
    <AriaSwitch className="ui-switch" isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
      <span className="ui-switch-track" aria-hidden />
      <span>{children}</span>
    </AriaSwitch>
  )
}
