import '#renderer/ui/nav-more.css'
import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'

/**
 * Opens the menu of a place in the navigation, as the trigger of a `Menu`. Seen in the place of the count while the pointer or the focus
 * is on the place, which is an element of the class `ui-nav-holder`.
 */
export function NavMore({ label }: Readonly<{ label: string }>): ReactNode {
  return (
    <Button className="ui-nav-more" aria-label={label}>
      <Ellipsis size={15} aria-hidden />
    </Button>
  )
}
