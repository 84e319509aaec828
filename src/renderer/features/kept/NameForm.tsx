import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/Button.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'

const LONGEST_NAME = 120

type Props = Readonly<{
  initial: string
  /** The word on the main button. */
  action: string
  /** Answers whether the name was taken; the form stays otherwise. */
  onSubmit: (name: string) => Promise<boolean>
  onClose: () => void
}>

/** Asks for the name of a saved search. */
export function NameForm({ initial, action, onSubmit, onClose }: Props): ReactNode {
  const { t } = useTranslation()
  const [name, setName] = useState(initial)
  const trimmed = name.trim().slice(0, LONGEST_NAME)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (trimmed !== '' && (await onSubmit(trimmed))) onClose()
  }
  return (
    <form className="kept-form" onSubmit={(event) => void submit(event)}>
      <TextField label={t('kept.name')} value={name} onChange={setName} autoFocus />
      <div className="kept-form-buttons">
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" isDisabled={trimmed === ''}>
          {action}
        </Button>
      </div>
    </form>
  )
}
