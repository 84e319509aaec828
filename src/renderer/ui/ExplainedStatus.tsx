import '#renderer/ui/explained-status.css'
import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { Popover } from '#renderer/ui/Popover.tsx'

export type ExplainedStatusProps = Readonly<{ icon: ReactNode; label: string; title: string; children: ReactNode }>

/** A lasting state of the archive in the status bar, in a word or two; behind it paragraphs that say why, and what to do. */
export function ExplainedStatus({ icon, label, title, children }: ExplainedStatusProps): ReactNode {
  return (
    <div className="explained-status">
      <Popover
        label={title}
        placement="top start"
        trigger={
          <Button kind="quiet">
            {icon}
            <span>{label}</span>
          </Button>
        }
      >
        <div className="explained-status-panel">
          <h2>{title}</h2>
          {children}
        </div>
      </Popover>
    </div>
  )
}
