import '#renderer/ui/field.css'
import type { ReactNode, Ref } from 'react'
import { TextField as AriaTextField, FieldError, Input, Label, Text } from 'react-aria-components'

export type TextFieldProps = Readonly<{
  label: string
  /** True: the label is read aloud but not drawn. */
  hideLabel?: boolean
  value: string
  onChange: (value: string) => void
  placeholder?: string
  description?: string
  /** Why the value can not be taken; drawn under the field. */
  error?: string
  isDisabled?: boolean
  autoFocus?: boolean
  /** Direction of what is typed; `auto` unless it is known. */
  dir?: 'auto' | 'ltr' | 'rtl'
  ref?: Ref<HTMLInputElement>
}>

/** One line of text with its label, description and error. */
export function TextField(props: TextFieldProps): ReactNode {
  const { label, hideLabel = false, placeholder, description, error, dir = 'auto', ref, ...field } = props
  return (
    <AriaTextField {...field} className="ui-field" isInvalid={error !== undefined} aria-label={label}>
      {hideLabel ? null : <Label className="ui-field-label">{label}</Label>}
      <Input
        className="ui-input"
        dir={dir}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(ref === undefined ? {} : { ref })}
      />
      {description === undefined ? null : (
        <Text slot="description" className="ui-field-description">
          {description}
        </Text>
      )}
      <FieldError className="ui-field-error">{error}</FieldError>
    </AriaTextField>
  )
}
