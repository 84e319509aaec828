import '#renderer/ui/empty-state.css'
import type { ReactNode } from 'react'

/** What stands where a list or document would be: why there is none, and the next step. */
export function EmptyState({
  icon,
  title,
  children,
  actions
}: Readonly<{ icon?: ReactNode; title: string; children?: ReactNode; actions?: ReactNode }>): ReactNode {
  return (
    <div className="ui-empty">
      {icon === undefined ? null : (
        <span className="ui-empty-icon" aria-hidden>
          {icon}
        </span>
      )}
      <h2>{title}</h2>
      {children === undefined ? null : <div className="ui-empty-detail">{children}</div>}
      {actions === undefined ? null : <div className="ui-empty-actions">{actions}</div>}
    </div>
  )
}
