import '#renderer/ui/check-list.css'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox, CheckboxGroup } from 'react-aria-components'

type Props = Readonly<{
  label: string
  options: readonly Readonly<{ value: string; label: string }>[]
  chosen: readonly string[]
  /** How many can be chosen at once; the others rest while so many are. */
  most: number
  onChange: (chosen: readonly string[]) => void
}>

/** A choice of some among several, in columns. */
export function CheckList({ label, options, chosen, most, onChange }: Props): ReactNode {
  return (
    <CheckboxGroup className="ui-check-list" aria-label={label} value={[...chosen]} onChange={onChange}>
      {options.map((option) => (
        <Checkbox
          key={option.value}
          value={option.value}
          className="ui-check"
          isDisabled={chosen.length >= most && !chosen.includes(option.value)}
        >
          {({ isSelected }) => (
            <>
              <span className="ui-check-box" aria-hidden>
                {isSelected ? <Check size={12} strokeWidth={3} /> : null}
              </span>
              <span>{option.label}</span>
            </>
          )}
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}
