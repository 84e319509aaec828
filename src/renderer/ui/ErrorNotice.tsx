import '#renderer/ui/error-notice.css'
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

/** What could not be done, why, and what to do. Read aloud when it appears. */
export function ErrorNotice({
  title,
  children,
  actions
}: Readonly<{ title: string; children: ReactNode; actions?: ReactNode }>): ReactNode {
  return (
    <div className="ui-error" role="alert">
      <TriangleAlert size={16} aria-hidden />
      <div>
        <strong>{title}</strong>
        <p>{children}</p>
        {actions === undefined ? null : <div className="ui-error-actions">{actions}</div>}
      </div>
    </div>
  )
}
