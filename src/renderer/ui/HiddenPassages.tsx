import '#renderer/ui/hidden-passages.css'
import { EyeOff } from 'lucide-react'
import type { ReactNode } from 'react'

/** Stands in the place of passages that a warning hides; `children` says which warning. */
export function HiddenPassages({ children }: Readonly<{ children: ReactNode }>): ReactNode {
  return (
    <span className="ui-hidden-passages">
      <EyeOff size={13} aria-hidden />
      <bdi>{children}</bdi>
    </span>
  )
}
