import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { RollCall } from '#shared/model/rollcall'

/** Gives a roll-call another name. Stays open when the name could not be taken. */
export function RenameDialog({ rollCall, onClose }: Readonly<{ rollCall: RollCall; onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const rename = useAction('rollcall.rename', ['rollcall.list'])
  const [name, setName] = useState(rollCall.name)
  const trimmed = name.trim()
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (trimmed !== '' && (await rename({ id: rollCall.id, name: trimmed })) !== undefined) onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('rollcall.renameTitle')} closeLabel={t('common.close')} width="narrow">
      <form className="rollcall-form" onSubmit={(event) => void submit(event)}>
        <TextField label={t('rollcall.name')} value={name} onChange={setName} autoFocus />
        <div className="rollcall-form-buttons">
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={trimmed === ''}>
            {t('common.rename')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
