import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { NameForm } from '#renderer/ui/NameForm.tsx'
import type { RollCall } from '#shared/model/rollcall'

/** Gives a roll-call another name. Stays open when the name could not be taken. */
export function RenameDialog({ rollCall, onClose }: Readonly<{ rollCall: RollCall; onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const rename = useAction('rollcall.rename', ['rollcall.list'])
  return (
    <Dialog isOpen onClose={onClose} title={t('rollcall.renameTitle')} closeLabel={t('common.close')} width="narrow">
      <NameForm
        label={t('rollcall.name')}
        initial={rollCall.name}
        action={t('common.rename')}
        cancelLabel={t('common.cancel')}
        onSubmit={async (name) => (await rename({ id: rollCall.id, name })) !== undefined}
        onClose={onClose}
      />
    </Dialog>
  )
}
