import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useActions } from '#renderer/app/store.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { CheckList } from '#renderer/ui/CheckList.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { NameCard } from '#shared/model/name'

/** Makes some spellings a card of their own, with a way back. */
export function SplitNameDialog({ card, onClose }: Readonly<{ card: NameCard; onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const split = useAction('names.split')
  const undo = useAction('names.undo')
  const [keys, setKeys] = useState<readonly string[]>([])
  const [typed, setTyped] = useState<string | null>(null)
  // Until a name is typed, the first spelling that was chosen is the new card's.
  const label = typed ?? card.spellings.find(({ key }) => key === keys[0])?.text ?? ''
  const isPossible = keys.length > 0 && keys.length < card.spellings.length && label.trim() !== ''
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!isPossible) return
    const done = await split({ id: card.id, keys: [...keys], label: label.trim() })
    if (done === undefined) return
    onClose()
    actions.openName({ id: done.id, label: label.trim() })
    const takeBack = async (): Promise<void> => {
      if ((await undo({ undoId: done.undoId })) !== undefined) actions.openName(card)
    }
    showDone(t('names.splitDone', { name: label.trim() }), () => void takeBack())
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('names.splitTitle', { name: card.label })} closeLabel={t('common.close')}>
      <form className="name-form" onSubmit={(event) => void submit(event)}>
        <p className="card-quiet">{t('names.splitDetail')}</p>
        <CheckList
          label={t('names.spellings')}
          options={card.spellings.map(({ key, text }) => ({ value: key, label: text }))}
          chosen={keys}
          most={card.spellings.length - 1}
          onChange={setKeys}
        />
        <TextField label={t('names.splitLabel')} value={label} onChange={setTyped} />
        <div className="name-form-buttons">
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={!isPossible}>
            {t('names.splitDo')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
