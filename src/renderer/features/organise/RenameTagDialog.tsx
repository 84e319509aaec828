import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { NameForm } from '#renderer/ui/NameForm.tsx'
import type { Tag } from '#shared/model/document'

/** Gives a tag another name. Stays open when the name could not be taken. */
export function RenameTagDialog({ tag, onClose }: Readonly<{ tag: Tag; onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const rename = useAction('tags.rename')
  return (
    <Dialog isOpen onClose={onClose} title={t('organise.renameTag')} closeLabel={t('common.close')} width="narrow">
      <NameForm
        label={t('organise.tagName')}
        initial={tag.name}
        action={t('common.rename')}
        cancelLabel={t('common.cancel')}
        onSubmit={async (name) => name === tag.name || (await rename({ id: tag.id, name })) !== undefined}
        onClose={onClose}
      />
    </Dialog>
  )
}
