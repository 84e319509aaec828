import '#renderer/ui/form.css'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'

export type NameFormProps = Readonly<{
  label: string
  initial: string
  /** What is longer is cut, in UTF-16 code units; without it, any length goes. */
  longest?: number
  /** The word on the main button. */
  action: string
  cancelLabel: string
  /** Given the name without spaces around it, never an empty one; answers whether it was taken. The form stays otherwise. */
  onSubmit: (name: string) => Promise<boolean>
  onClose: () => void
}>

/** Asks for a name, in a dialog. */
export function NameForm({ label, initial, longest, action, cancelLabel, onSubmit, onClose }: NameFormProps): ReactNode {
  const [name, setName] = useState(initial)
  const input = useRef<HTMLInputElement>(null)
  // What is typed takes the place of the name that is there.
  useEffect(() => input.current?.select(), [])
  const trimmed = name.trim().slice(0, longest)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (trimmed !== '' && (await onSubmit(trimmed))) onClose()
  }
  return (
    <form className="ui-form" onSubmit={(event) => void submit(event)}>
      <TextField label={label} value={name} onChange={setName} autoFocus ref={input} />
      <div className="ui-form-buttons">
        <Button onPress={onClose}>{cancelLabel}</Button>
        <Button kind="primary" type="submit" isDisabled={trimmed === ''}>
          {action}
        </Button>
      </div>
    </form>
  )
}
