import '#renderer/ui/problem-row.css'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'

type Props = Readonly<{
  path: string
  /** What is the matter and what to do, in a sentence; absent where the list says it already. */
  reason?: string
  /** What opening it is for, as a word at the end of the row: unlock. */
  action?: string
  /** Absent where there is no document to open. */
  onOpen?: () => void
}>

/** A file that needs attention: its name, where it was, and why. Stands in a list. */
export function ProblemRow({ path, reason, action, onOpen }: Props): ReactNode {
  const cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  const name = path.slice(cut + 1)
  const words = (
    <>
      <span className="ui-problem-name truncate" dir="auto">
        {name}
      </span>
      {reason === undefined ? null : <span className="ui-problem-reason">{reason}</span>}
      <span className="ui-problem-path truncate" dir="auto">
        {path.slice(0, Math.max(0, cut))}
      </span>
      {action === undefined ? null : <span className="ui-problem-action">{action}</span>}
    </>
  )
  return (
    <div className="ui-problem" title={path}>
      {onOpen === undefined ? <div className="ui-problem-words">{words}</div> : <OpenButton onOpen={onOpen}>{words}</OpenButton>}
    </div>
  )
}

function OpenButton({ onOpen, children }: Readonly<{ onOpen: () => void; children: ReactNode }>): ReactNode {
  return (
    <Button className="ui-problem-words" onPress={onOpen}>
      {children}
    </Button>
  )
}
