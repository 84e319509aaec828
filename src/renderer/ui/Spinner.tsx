import '#renderer/ui/spinner.css'
import { LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'

/** Something is being waited for. Appears after a moment only, so that quick answers do not flicker. */
export function Spinner({ label, size = 18 }: Readonly<{ label: string; size?: number }>): ReactNode {
  return (
    <span className="ui-spinner" role="status" aria-label={label}>
      <LoaderCircle size={size} aria-hidden />
    </span>
  )
}
