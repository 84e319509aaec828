import '#renderer/ui/progress-bar.css'
import type { ReactNode } from 'react'
import { ProgressBar as AriaProgressBar } from 'react-aria-components'

/** How much of something is done, from 0 to 1; null while nobody can know. */
export function ProgressBar({ label, value }: Readonly<{ label: string; value: number | null }>): ReactNode {
  const percent = value === null ? 0 : Math.min(100, Math.max(0, value * 100))
  return (
    <AriaProgressBar className="ui-progress" aria-label={label} value={percent} isIndeterminate={value === null}>
      <span className="ui-progress-fill" {...(value === null ? {} : { style: { inlineSize: `${percent}%` } })} />
    </AriaProgressBar>
  )
}
