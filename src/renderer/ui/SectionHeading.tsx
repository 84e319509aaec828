import '#renderer/ui/section-heading.css'
import type { ReactNode } from 'react'

/** The small heading over a group in the navigation or the inspector. `actions` stand at its end. */
export function SectionHeading({
  children,
  actions,
  id
}: Readonly<{ children: ReactNode; actions?: ReactNode; id?: string }>): ReactNode {
  return (
    <div className="ui-section-heading">
      <h2 {...(id === undefined ? {} : { id })}>{children}</h2>
      {actions}
    </div>
  )
}
