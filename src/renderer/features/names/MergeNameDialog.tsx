import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import type { NameCard } from '#shared/model/name'

const MOST = 20_000

/** Joins a card to another one, with a way back. */
export function MergeNameDialog({ card, onClose }: Readonly<{ card: NameCard; onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const merge = useAction('names.merge')
  const undo = useAction('names.undo')
  const others = (useCommand('names.list', { limit: MOST }).data ?? []).filter(({ id }) => id !== card.id)
  const [chosen, setChosen] = useState('')
  const into = others.find(({ id }) => String(id) === chosen)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (into === undefined) return
    const done = await merge({ from: card.id, into: into.id })
    if (done === undefined) return
    onClose()
    actions.openName(into)
    showDone(t('names.merged', { from: card.label, into: into.label }), () => void undo({ undoId: done.undoId }))
  }
  const title = t('names.mergeTitle', { name: card.label })
  return (
    <Dialog isOpen onClose={onClose} title={title} closeLabel={t('common.close')} width="narrow">
      <form className="name-form" onSubmit={(event) => void submit(event)}>
        <Select
          label={title}
          hideLabel
          value={chosen}
          onChange={setChosen}
          options={others.map(({ id, label, also }) => ({
            value: String(id),
            label: also === null ? label : `${label} · ${also}`
          }))}
        />
        <p className="card-quiet">{t('names.mergeDetail')}</p>
        <div className="name-form-buttons">
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={into === undefined}>
            {t('names.mergeDo')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
