import '#renderer/ui/verdict.css'
import { ShieldAlert, ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'

/** What a check came to, in a sentence: well, or not. */
export function Verdict({ isWell, children }: Readonly<{ isWell: boolean; children: ReactNode }>): ReactNode {
  return (
    <p className="ui-verdict" data-well={isWell}>
      {isWell ? <ShieldCheck size={16} aria-hidden /> : <ShieldAlert size={16} aria-hidden />}
      <span dir="auto">{children}</span>
    </p>
  )
}
