import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { Tag } from '#shared/model/document'

/** Gives a tag another name. Stays open when the name could not be taken. */
export function RenameTagDialog({ tag, onClose }: Readonly<{ tag: Tag; onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const rename = useAction('tags.rename')
  const [name, setName] = useState(tag.name)
  const trimmed = name.trim()
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (trimmed === '') return
    if (trimmed === tag.name || (await rename({ id: tag.id, name: trimmed })) !== undefined) onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('organise.renameTag')} closeLabel={t('common.close')} width="narrow">
      <form className="tag-form" onSubmit={(event) => void submit(event)}>
        <TextField label={t('organise.tagName')} value={name} onChange={setName} autoFocus />
        <div className="tag-form-buttons">
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={trimmed === ''}>
            {t('common.rename')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
