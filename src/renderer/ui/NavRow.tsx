import '#renderer/ui/nav-row.css'
import type { ReactNode } from 'react'
import { Button, type PressEvent } from 'react-aria-components'

/** A place to go to in the navigation: icon, name, how many. */
export function NavRow({
  icon,
  name,
  badge,
  mark,
  count,
  isOn,
  onPress,
  label
}: Readonly<{
  icon: ReactNode
  name: string
  /** As shown; absent where there is nothing to count. */
  count?: string
  /** A small sign of something about it, drawn before the count. */
  mark?: ReactNode
  /** Something new about it, drawn before the count. */
  badge?: string
  isOn: boolean
  onPress: (event: PressEvent) => void
  /** Name and count as one sentence, read aloud. */
  label?: string
}>): ReactNode {
  return (
    <Button
      className="ui-nav-row"
      onPress={onPress}
      {...(isOn ? { 'aria-current': true as const } : {})}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      <span className="ui-nav-icon">{icon}</span>
      <span className="ui-nav-name" dir="auto">
        {name}
      </span>
      {mark === undefined ? null : <span className="ui-nav-mark">{mark}</span>}
      {badge === undefined ? null : <span className="ui-nav-badge tabular">{badge}</span>}
      {count === undefined ? null : <span className="ui-nav-count tabular">{count}</span>}
    </Button>
  )
}
