import { type ReactNode, useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { NameCard } from '#shared/model/name'

/** What a person knows about the name: kept when it is saved, or when the field is left. */
export function CardNote({ card }: Readonly<{ card: NameCard }>): ReactNode {
  const { t } = useTranslation()
  const edit = useAction('names.edit')
  const [note, setNote] = useState(card.note)
  const isChanged = note.trim() !== card.note
  const save = (): void => {
    if (isChanged) void edit({ id: card.id, note })
  }
  return (
    <section className="card-part card-note">
      <TextField className="ui-field" value={note} onChange={setNote} onBlur={save}>
        <Label className="ui-field-label">{t('names.note')}</Label>
        <TextArea
          className="ui-input"
          dir="auto"
          rows={note === '' ? 1 : 3}
          maxLength={10_000}
          placeholder={t('names.notePlaceholder')}
        />
      </TextField>
      {isChanged ? <Button onPress={save}>{t('names.saveNote')}</Button> : null}
    </section>
  )
}
