import '#renderer/ui/field.css'
import '#renderer/ui/menu.css'
import '#renderer/ui/select.css'
import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Select as AriaSelect, Button, Label, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components'

/** A choice of one among several, in a list that opens. */
export function Select<T extends string>({
  label,
  hideLabel = false,
  options,
  value,
  onChange,
  isDisabled = false
}: Readonly<{
  label: string
  hideLabel?: boolean
  options: readonly Readonly<{ value: T; label: string }>[]
  value: T
  onChange: (value: T) => void
  isDisabled?: boolean
}>): ReactNode {
  return (
    <AriaSelect
      className="ui-field"
      aria-label={label}
      value={value}
      isDisabled={isDisabled}
      onChange={(key) => {
        const next = options.find((option) => option.value === key)
        if (next !== undefined) onChange(next.value)
      }}
    >
      {hideLabel ? null : <Label className="ui-field-label">{label}</Label>}
      <Button className="ui-input ui-select">
        <SelectValue className="truncate" />
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="ui-popover ui-popover--menu" data-overlay="">
        <ListBox className="ui-menu" items={options}>
          {(option) => (
            <ListBoxItem id={option.value} className="ui-menu-item" textValue={option.label}>
              {({ isSelected }) => (
                <>
                  <span className="ui-menu-words" dir="auto">
                    {option.label}
                  </span>
                  {isSelected ? <Check size={14} aria-hidden /> : null}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
