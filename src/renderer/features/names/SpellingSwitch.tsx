import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'

type Props = Readonly<{
  text: string
  isOn: boolean
  /** How many documents hold it, in words. */
  count: string
  onChange: (on: boolean) => void
  /** Absent: it can not be removed. */
  remove?: Readonly<{ label: string; onPress: () => void }>
}>

/** One spelling: on or off, and in how many documents it stands. */
export function SpellingSwitch({ text, isOn, count, onChange, remove }: Props): ReactNode {
  return (
    <li className="spelling" data-on={isOn}>
      <Switch isSelected={isOn} onChange={onChange}>
        <bdi className="spelling-text" dir="auto">
          {text}
        </bdi>
      </Switch>
      <span className="spelling-count tabular">{count}</span>
      {remove === undefined ? null : (
        <IconButton label={remove.label} onPress={remove.onPress}>
          <X size={13} aria-hidden />
        </IconButton>
      )}
    </li>
  )
}
