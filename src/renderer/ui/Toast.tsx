import '#renderer/ui/toast.css'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'

export type ToastProps = Readonly<{
  kind: 'done' | 'warning' | 'error'
  children: ReactNode
  action?: Readonly<{ label: string; onPress: () => void }>
  dismissLabel: string
  onDismiss: () => void
}>

/** A short message at the foot of the window, with at most one thing to do about it. */
export function Toast({ kind, children, action, dismissLabel, onDismiss }: ToastProps): ReactNode {
  return (
    <div className={`ui-toast ui-toast--${kind}`} role={kind === 'done' ? 'status' : 'alert'}>
      <span className="ui-toast-text" dir="auto">
        {children}
      </span>
      {action === undefined ? null : (
        <Button className="ui-toast-action" onPress={action.onPress}>
          {action.label}
        </Button>
      )}
      <Button className="ui-toast-dismiss" aria-label={dismissLabel} onPress={onDismiss}>
        <X size={14} aria-hidden />
      </Button>
    </div>
  )
}
