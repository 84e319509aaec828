import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useActions } from '#renderer/app/store.ts'
import { NamePicker } from '#renderer/features/names/NamePicker.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import type { NameCard, NameSummary } from '#shared/model/name'

/** Joins a card to another one, with a way back. */
export function MergeNameDialog({ card, onClose }: Readonly<{ card: NameCard; onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const merge = useAction('names.merge')
  const undo = useAction('names.undo')
  const [into, setInto] = useState<NameSummary | null>(null)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (into === null) return
    const done = await merge({ from: card.id, into: into.id })
    if (done === undefined) return
    onClose()
    actions.openName(into)
    showDone(t('names.merged', { from: card.label, into: into.label }), () => void undo({ undoId: done.undoId }))
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('names.mergeTitle', { name: card.label })}
      closeLabel={t('common.close')}
      width="narrow"
    >
      <form className="name-form" onSubmit={(event) => void submit(event)}>
        <NamePicker without={card.id} chosen={into} onChoose={setInto} />
        <p className="card-quiet">{t('names.mergeDetail')}</p>
        <div className="name-form-buttons">
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={into === null}>
            {t('names.mergeDo')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
