import '#renderer/ui/field.css'
import '#renderer/ui/password-field.css'
import { Eye, EyeOff } from 'lucide-react'
import { type ReactNode, type Ref, useState } from 'react'
import { TextField as AriaTextField, FieldError, Input, Label, Text } from 'react-aria-components'
import { IconButton } from '#renderer/ui/IconButton.tsx'

type Props = Readonly<{
  label: string
  /** Words of the button that shows what is typed, and hides it again. */
  showLabel: string
  hideLabel: string
  value: string
  onChange: (value: string) => void
  description?: string
  /** Why it can not be taken; read aloud when it appears. */
  error?: string
  ref?: Ref<HTMLInputElement>
}>

/** A password, hidden while it is typed unless the person wants to see it. Never kept by the window. */
export function PasswordField(props: Props): ReactNode {
  const { label, showLabel, hideLabel, description, error, ref, ...field } = props
  const [isShown, setShown] = useState(false)
  return (
    <AriaTextField
      {...field}
      className="ui-field"
      type={isShown ? 'text' : 'password'}
      isInvalid={error !== undefined}
      // Native validation would not let the form be sent again after a wrong password.
      validationBehavior="aria"
    >
      <Label className="ui-field-label">{label}</Label>
      <div className="ui-password">
        <Input className="ui-input" dir="ltr" autoComplete="off" spellCheck={false} {...(ref === undefined ? {} : { ref })} />
        <IconButton label={isShown ? hideLabel : showLabel} isPressed={isShown} onPress={() => setShown(!isShown)}>
          {isShown ? <EyeOff size={15} aria-hidden /> : <Eye size={15} aria-hidden />}
        </IconButton>
      </div>
      <FieldError className="ui-field-error">{error}</FieldError>
      {description === undefined ? null : (
        <Text slot="description" className="ui-field-description">
          {description}
        </Text>
      )}
    </AriaTextField>
  )
}
