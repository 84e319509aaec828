import '#renderer/ui/toggle-segment.css'
import type { ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'

/** A choice of one among a few, side by side. Exactly one is always chosen. */
export function ToggleSegment<T extends string>({
  label,
  options,
  value,
  onChange
}: Readonly<{
  label: string
  options: readonly Readonly<{ value: T; label: ReactNode; isDisabled?: boolean }>[]
  value: T
  onChange: (value: T) => void
}>): ReactNode {
  return (
    <ToggleButtonGroup
      className="ui-segment"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const next = options.find((option) => keys.has(option.value))
        if (next !== undefined) onChange(next.value)
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.value} id={option.value} isDisabled={option.isDisabled ?? false}>
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
