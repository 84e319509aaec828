import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { useActions } from '#renderer/app/store.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { NameCard } from '#shared/model/name'

/** Gives a card another label; its spellings stay. Stays open when the label could not be taken. */
export function RenameNameDialog({ card, onClose }: Readonly<{ card: NameCard; onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const edit = useAction('names.edit')
  const [label, setLabel] = useState(card.label)
  const trimmed = label.trim()
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (trimmed === '') return
    const done = await edit({ id: card.id, label: trimmed })
    if (done === undefined) return
    onClose()
    // The search beside the card asks for it by its label.
    actions.openName(done)
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('names.renameTitle')} closeLabel={t('common.close')} width="narrow">
      <form className="name-form" onSubmit={(event) => void submit(event)}>
        <TextField label={t('names.label')} value={label} onChange={setLabel} autoFocus />
        <div className="name-form-buttons">
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={trimmed === ''}>
            {t('common.rename')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
