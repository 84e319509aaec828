import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { useActions } from '#renderer/app/store.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { NameForm } from '#renderer/ui/NameForm.tsx'
import type { NameCard } from '#shared/model/name'

/** Gives a card another label; its spellings stay. Stays open when the label could not be taken. */
export function RenameNameDialog({ card, onClose }: Readonly<{ card: NameCard; onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const edit = useAction('names.edit')
  return (
    <Dialog isOpen onClose={onClose} title={t('names.renameTitle')} closeLabel={t('common.close')} width="narrow">
      <NameForm
        label={t('names.label')}
        initial={card.label}
        action={t('common.rename')}
        cancelLabel={t('common.cancel')}
        onSubmit={async (label) => {
          const done = await edit({ id: card.id, label })
          // The search beside the card asks for it by its label.
          if (done !== undefined) actions.openName(done)
          return done !== undefined
        }}
        onClose={onClose}
      />
    </Dialog>
  )
}
