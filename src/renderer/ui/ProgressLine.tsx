import '#renderer/ui/progress-line.css'
import type { ReactNode } from 'react'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'

/** What is being done, in words, over how much of it is done (0 to 1; null while nobody can know). */
export function ProgressLine({
  words,
  label,
  value
}: Readonly<{ words: string; label: string; value: number | null }>): ReactNode {
  return (
    <div className="ui-progress-line">
      <span className="tabular">{words}</span>
      <ProgressBar label={label} value={value} />
    </div>
  )
}
