import '#renderer/ui/check-list.css'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components'

/** A sentence that is agreed to, or not. */
export function Checkbox({
  children,
  isSelected,
  onChange
}: Readonly<{ children: ReactNode; isSelected: boolean; onChange: (selected: boolean) => void }>): ReactNode {
  return (
    <AriaCheckbox className="ui-check ui-check--sentence" isSelected={isSelected} onChange={onChange}>
      <span className="ui-check-box" aria-hidden>
        {isSelected ? <Check size={12} strokeWidth={3} /> : null}
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  )
}
