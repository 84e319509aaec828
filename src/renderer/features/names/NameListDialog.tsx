import { type FormEvent, type ReactNode, useMemo, useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { KindSelect } from '#renderer/features/names/KindSelect.tsx'
import { namesOfList } from '#renderer/features/names/names-of-list.ts'
import { useSettled } from '#renderer/features/names/use-settled.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import type { NameKind } from '#shared/model/name'

/** Lines whose proposals are looked up while the list is still being looked at. */
const PREVIEWED = 12

/** One card for each line of a pasted list. Proposals are shown, and confirmed on the cards. */
export function NameListDialog({ onClose }: Readonly<{ onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const create = useAction('names.createMany')
  const undo = useAction('names.undo')
  const [text, setText] = useState('')
  const [kind, setKind] = useState<NameKind>('person')
  const list = useMemo(() => namesOfList(text), [text])
  const settled = useSettled(list.names)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (list.names.length === 0) return
    const made = await create({ kind, labels: [...list.names] })
    if (made === undefined) return
    onClose()
    const { names, undoId } = made
    const [only] = names
    if (names.length === 1 && only !== undefined) actions.openName(only)
    showDone(t('names.listMade', { count: names.length }), () => {
      actions.closeName()
      void undo({ undoId })
    })
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('names.listTitle')} closeLabel={t('common.close')} isDismissable={text === ''}>
      <form className="name-form" onSubmit={(event) => void submit(event)}>
        <p className="card-quiet">{t('names.listDetail')}</p>
        <TextField className="ui-field" value={text} onChange={setText} autoFocus>
          <Label className="ui-field-label">{t('names.listLabel')}</Label>
          <TextArea className="ui-input name-list-text" dir="auto" rows={7} maxLength={200_000} />
        </TextField>
        <KindSelect value={kind} onChange={setKind} />
        {list.isCut ? <p role="status">{t('names.listTooLong')}</p> : null}
        <ul className="name-list-lines">
          {settled.slice(0, PREVIEWED).map((name) => (
            <Line key={name} name={name} kind={kind} />
          ))}
        </ul>
        {settled.length > PREVIEWED ? (
          <p className="card-quiet">{t('names.listMore', { count: settled.length - PREVIEWED })}</p>
        ) : null}
        <div className="name-form-buttons">
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={list.names.length === 0}>
            {t('names.listMake', { count: list.names.length })}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Line({ name, kind }: Readonly<{ name: string; kind: NameKind }>): ReactNode {
  const { t } = useTranslation()
  const proposals = useCommand('names.propose', { of: 'text', text: name, kind }).data
  const known = useCommand('names.with', { text: name }).data ?? []
  const standing = proposals?.filter(({ documents }) => documents > 0) ?? []
  return (
    <li>
      <bdi className="name-list-name truncate">{name}</bdi>
      <span className="card-quiet truncate">
        {known.length > 0 ? `${t('names.listHas')} · ` : null}
        {proposals === undefined ? t('names.proposing') : t('names.listProposals', { count: standing.length })}
        {standing.slice(0, 3).map(({ key, text }) => (
          <span key={key}>
            {' · '}
            <bdi>{text}</bdi>
          </span>
        ))}
      </span>
    </li>
  )
}
