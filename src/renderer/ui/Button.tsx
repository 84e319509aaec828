import '#renderer/ui/button.css'
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type PressEvent } from 'react-aria-components'

export type ButtonProps = Readonly<{
  children: ReactNode
  onPress?: (event: PressEvent) => void
  /** `primary` once in a view; `danger` for what removes something; `quiet` beside other text. */
  onBlur?: () => void
  kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  isDisabled?: boolean
  autoFocus?: boolean
  type?: 'button' | 'submit'
  /** Fills the width it is in. */
  wide?: boolean
  ref?: Ref<HTMLButtonElement>
  'aria-label'?: string
  'aria-describedby'?: string
}>

/** A button with words. Works as the trigger of a menu or popover too. */
export function Button({ kind = 'plain', wide = false, ...props }: ButtonProps): ReactNode {
  return <AriaButton {...props} className={`ui-button ui-button--${kind}${wide ? ' ui-button--wide' : ''}`} />
}
